using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using ReportHarvester.Reports;
using ReportHarvester.Store;

namespace ReportHarvester.App.Commands;

/// <summary>`review`: what a person decides of a problem, and figures that a person puts right.</summary>
static class ReviewCommand
{
    static readonly Argument<string> Problem = new("problem") { Description = "问题编号，见 check。The id that `check` shows behind a problem" };
    static readonly Option<string> By = new("--by") { Description = "经办人。Who decides", HelpName = "NAME", Required = true };
    static readonly Option<string> Reason = new("--reason") { Description = "理由。Why", HelpName = "TEXT", Required = true };
    static readonly Option<string> Agency = new("--agency") { Description = "机关名称或代码。Name or code of the agency", HelpName = "NAME", Required = true };
    static readonly Option<int> Year = CommonOptions.YearReportedOn();
    static readonly Option<string?> Scope = CommonOptions.Word("--scope", "该年度有两份报告时指哪一份：本机关的或汇总的。Which of two reports on the year: the agency's own, or that of its region", "own", "aggregate", "unknown");
    static readonly Option<string> Figure = new("--figure") { Description = "指标，可带申请人，如 reconsideration.total。The figure, with an applicant after |", HelpName = "ID", Required = true };
    static readonly Option<string?> Value = new("--value") { Description = "正确的数。The right number", HelpName = "N" };
    static readonly Option<bool> Withdraw = new("--withdraw") { Description = "撤销更正，恢复所印数字。Withdraw the correction" };
    static readonly Option<string> Source = new("--source") { Description = "依据何处。Where the right number is from", HelpName = "TEXT", Required = true };
    static readonly Option<string> Data = CommonOptions.Data();
    static readonly Option<string> Format = CommonOptions.Format("text", "json");

    public static Command Create() => new("review", "人工确认、排除、说明问题，更正数字。Decide on problems and put figures right; kept over every new reading while the evidence is the same")
    {
        Decide("confirm", Decision.Confirmed, "确认问题属实。It is so"),
        Decide("dismiss", Decision.Dismissed, "排除：不是问题。It is not"),
        Decide("explain", Decision.Explained, "有正当原因。There is an honest reason for it"),
        Correct(),
        List(),
    };

    static Command List()
    {
        var command = new Command("list", "所有更正及其是否仍被采用。All corrections, and which of them count no more because the report prints something else by now") { Data, Format };
        command.SetAction((parsed, _) => ExitOn.Trouble(() =>
        {
            using var store = ReportStore.OpenReadOnly(parsed.GetRequiredValue(Data));
            var (corrections, output) = (Corrections.Of(store), parsed.InvocationConfiguration.Output);
            if (parsed.GetRequiredValue(Format) == "json") output.WriteLine(JsonSerializer.Serialize(corrections, ReadingJson.Indented));
            else ProblemOutput.Text(corrections, output);
            return ExitCode.Done;
        }));
        return command;
    }

    static Command Decide(string verb, Decision decision, string description)
    {
        var command = new Command(verb, description) { Problem, By, Reason, Data, Format };
        command.SetAction((parsed, _) => ExitOn.Trouble(() =>
        {
            using var store = ReportStore.OpenExisting(parsed.GetRequiredValue(Data));
            var problem = Known(() => store.SaveReview(parsed.GetRequiredValue(Problem), decision, CommonOptions.Said(parsed, By), CommonOptions.Said(parsed, Reason), TimeProvider.System.GetUtcNow()),
                $"没有问题 {parsed.GetRequiredValue(Problem)}。There is no such problem; `check --all --severity info` lists them with their ids.");
            var output = parsed.InvocationConfiguration.Output;
            if (parsed.GetRequiredValue(Format) == "json") output.WriteLine(JsonSerializer.Serialize(problem, ReadingJson.Indented));
            else ProblemOutput.Text([problem], output);
            return ExitCode.Done;
        }));
        return command;
    }

    static Command Correct()
    {
        var command = new Command("correct", "更正一个数字；所印数字保留在旁。Put a figure right; what was printed stays beside it") { Agency, Year, Scope, Figure, Value, Withdraw, Source, By, Reason, Data, Format };
        command.SetAction((parsed, _) => ExitOn.Trouble(() => Correct(parsed)));
        return command;
    }

    static int Correct(ParseResult parsed)
    {
        var key = ComparisonQuestion.KeyOf(parsed.GetRequiredValue(Figure)) is { } known && Codebook.Find(known.Indicator) is not null ? known : throw new UsageException($"没有指标 {parsed.GetRequiredValue(Figure)}。There is no such figure.");
        decimal? value = parsed.GetValue(Withdraw) ? null
            : decimal.TryParse(parsed.GetValue(Value), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number
            : throw new UsageException("请用 --value 给出数字，或用 --withdraw 撤销。Give the number with --value, or --withdraw.");
        using var store = ReportStore.OpenExisting(parsed.GetRequiredValue(Data));
        var correction = new Correction(parsed.GetRequiredValue(Agency), parsed.GetRequiredValue(Year), key, value, CommonOptions.Said(parsed, Source), CommonOptions.Said(parsed, By), CommonOptions.Said(parsed, Reason))
        {
            Scope = parsed.GetValue(Scope) is { } scope ? Enum.Parse<Scope>(scope, ignoreCase: true) : null,
        };
        var printed = Known(() => store.SaveCorrection(correction, TimeProvider.System.GetUtcNow()), $"没有 {correction.Agency} {correction.Year} 年度的报告。There is no report of that agency on that year.");
        var output = parsed.InvocationConfiguration.Output;
        output.WriteLine(parsed.GetRequiredValue(Format) == "json" ? JsonSerializer.Serialize(new { correction.Agency, correction.Year, correction.Scope, correction.Figure, correction.Value, printed, correction.Source, correction.Reviewer, correction.Reason }, ReadingJson.Indented)
            : $"{correction.Agency} {correction.Year} {key} = {(value is null ? "已恢复所印数字 as printed" : value.Value.ToString(CultureInfo.InvariantCulture))}（所印 printed：{ProblemOutput.Plain(printed)}）");
        return ExitCode.Done;
    }

    static T Known<T>(Func<T> work, string otherwise)
    {
        try
        {
            return work();
        }
        catch (KeyNotFoundException)
        {
            throw new UsageException(otherwise);
        }
        catch (CorrectionException trouble)
        {
            throw new UsageException(trouble.Message);
        }
    }
}
