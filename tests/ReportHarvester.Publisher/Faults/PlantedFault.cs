using ReportHarvester.Publisher.Form;
using ReportHarvester.Publisher.Layouts;

namespace ReportHarvester.Publisher.Faults;

/// <summary>A fault as offices make it, by the code of the rule that it breaks. Planted by what is printed, without knowing how it is looked for.</summary>
/// <param name="Plant">False where the draft has no place for it.</param>
/// <param name="Follow">Codes of rules that it breaks too, or may break.</param>
sealed record PlantedFault(string Code, Func<Draft, Random, bool> Plant, params string[] Follow)
{
    static readonly string[] flow = ["T3-COL-FLOW", "T3-COL-SUM", "T3-COL-SUM19", "T3-ROW", "T3-CARRY-BOUND", "N-T3-NEW", "N-T3-DONE", "N-T3-CLASS", "N-RATE", "N-SUM"];

    static readonly string[] columns = ["通知公告", "公示公告", "工作动态", "政务要闻", "公告栏", "动态信息", "机关党建", "综合新闻"];

    public static IReadOnlyList<PlantedFault> All { get; } =
    [
        new("T3-ROW", (d, c) => Do(() => d.Add($"{Outcome(d, c)}|business", c.Next(1, 9))), flow),
        new("T3-COL-FLOW", (d, c) => Do(() => Row(d, "requests.carried_out", c.Next(1, 9))), flow),
        new("T3-COL-SUM", (d, c) => d.Now.ContainsKey("requests.other.misc|total") && Do(() => Row(d, "requests.granted", c.Next(1, 9))), flow),
        new("T3-COL-SUM19", (d, c) => d.Now.ContainsKey("requests.other|total") && Do(() => Row(d, "requests.granted", c.Next(1, 9))), flow),
        new("T3-NONNEG", (d, c) => Do(() => d.Now[$"{Outcome(d, c)}|research"] = $"-{c.Next(1, 9)}"), flow),
        new("T3-CARRY-BOUND", (d, c) => Do(() => Row(d, "requests.carried_out", d.Number("requests.new|total") + d.Number("requests.carried_in|total") + c.Next(1, 9))), flow),
        new("T3-ZERO", (d, _) => d.Number("requests.granted|total") > 0 && Do(() => Set(d, "0", "requests.new|", "requests.carried_in|")), [.. flow, "T3-CARRY-YOY", "T4-EXIST"]),
        new("T4-SUM", (d, c) => Do(() => d.Add($"{Suit(c)}.total", c.Next(1, 9))), "N-T4", "T4-VS-T3"),
        new("T4-EXIST", (d, _) => d.Number("reconsideration.total") > 0 && Do(() => SetBoth(d, "0", "requests.")), "T4-VS-T3", "N-RATE", "T3-CARRY-YOY"),
        new("T2-VALID-GE", (d, c) => d.Now.ContainsKey("normative_documents.in_force") && Do(() => d.AddBoth("normative_documents.issued", d.Number("normative_documents.in_force") + d.Number("normative_documents.repealed") + c.Next(1, 9))), "T2-STOCK"),
        new("T2-REG-AUTH", (d, c) => d.NowTruth.Agency.IndexOfAny(['县', '镇', '乡']) > 0 && d.Now.ContainsKey("rules.in_force") && Do(() => d.AddBoth("rules.in_force", c.Next(1, 9))), "T2-STOCK"),
        new("T2O-OPEN", (d, c) => d.Now.ContainsKey("normative_documents.newly_disclosed") && Do(() => d.AddBoth("normative_documents.newly_disclosed", d.Number("normative_documents.disclosed_total") + c.Next(1, 9)))),
        new("N-T3-NEW", (d, c) => Do(() => Tell(d, "requests.new|total", d.Number("requests.carried_in|total") + c.Next(11, 99))), "N-SUM", "N-RATE"),
        new("N-T3-DONE", (d, c) => Do(() => Tell(d, "requests.closed|total", d.Number("requests.new|total") + d.Number("requests.carried_in|total") + c.Next(11, 99))), "N-RATE"),
        new("N-T3-CLASS", (d, c) => Do(() => Tell(d, "requests.granted|total", d.Number("requests.partly_granted|total") + c.Next(11, 99))), "N-RATE"),
        new("N-T4", (d, c) => Do(() => Tell(d, "reconsideration.total", d.Number("reconsideration.pending") + d.Number("litigation.direct.total") + d.Number("litigation.after_reconsideration.total") + c.Next(11, 99)))),
        new("N-T2", (d, c) => d.Now.ContainsKey("normative_documents.issued") && Do(() => Tell(d, "normative_documents.issued", d.Number("normative_documents.repealed") + d.Number("rules.issued") + c.Next(11, 99))) && d.Edit("制(?:发|定)行政规范性文件", "$0")),
        new("N-T2", (d, c) => d.Now.ContainsKey("normative_documents.repealed") && Do(() => Tell(d, "normative_documents.repealed", d.Number("rules.repealed") + c.Next(11, 99))) && d.Edit("，废止[0-9]", "$0")),
        new("N-T3-CLASS", (d, c) => Do(() => Tell(d, d.Now.ContainsKey("requests.other|total") ? "requests.other|total" : "requests.other.misc|total", c.Next(11, 99))) && d.Edit("其他处理[0-9]+件", "$0")),
        new("N-RATE", (d, c) => d.Number("requests.granted|total") > 0 && d.Edit(@"占(\d+)(\.\d+)?%", $"占9{c.Next(1, 9)}.{c.Next(1, 9)}7%")),
        new("N-T3-NEW", (d, c) => Do(() => Tell(d, "requests.new|natural_person", d.Number("requests.carried_in|natural_person") + c.Next(11, 99))) && d.Edit("其中自然人", "$0"), "N-SUM", "N-RATE"),
        new("N-SUM", (d, c) => d.Edit(@"(其中自然人[1-9]\d*)件", $"${{1}}{c.Next(1, 9)}件"), "N-T3-NEW"),
        new("N-FEE", (d, c) => d.NowTruth.Year >= 2021 && d.Edit("0元。", $"{c.Next(1, 9)}元。")),
        new("N-FEE-T3", (d, _) => d.Now.TryGetValue("requests.other.fee_unpaid|total", out var unpaid) && unpaid != "0" && NothingToReport(d), "C-SEC6-FEE"),
        new("N-YEAR", (d, _) => d.Edit(@"(统计期限为)\d{4}(年1月1日至)\d{4}", $"${{1}}{d.NowTruth.Year - 1}${{2}}{d.NowTruth.Year - 1}")),
        new("C-SIX", (d, c) => d.NowTruth.Year >= 2021 && d.Edit("<h3>" + c.GetItems(["一、总体", "四、政府", "五、存在", "六、其他"], 1)[0] + "[^<]*</h3>", ""), "N-T3-NEW", "N-T4", "N-T3-DONE"),
        new("C-SEC1", (d, _) => d.NowTruth.Year >= 2021 && d.Edit("(<h3>一、[^<]*</h3>).*?(<h3>二、)", "$1<p>各项工作平稳有序。</p>$2")),
        new("C-SEC5", (d, _) => !d.TellsSameProblems && d.NowTruth.Year >= 2021 && d.Edit("(<h3>五、[^<]*</h3>).*?(<h3>六、)", "$1<p>无。</p>$2")),
        new("C-SEC6-FEE", (d, _) => d.NowTruth.Year >= 2021 && NothingToReport(d), "N-FEE-T3"),
        new("C-PERIOD", (d, c) => d.Edit("12月31日", $"1{c.Next(0, 2)}月30日")),
        new("C-TITLE", (d, c) => Do(() => d.NowTruth = d.NowTruth with { Title = c.GetItems([$"{d.NowTruth.Agency}{d.NowTruth.Year}年政务信息公开年度报告", $"{d.NowTruth.Agency}{d.NowTruth.Year}年政府信息公开工作报告", $"{d.NowTruth.Agency}{d.NowTruth.Year}年度信息公开年报"], 1)[0] })),
        new("C-BASIS", (d, _) => d.NowTruth.Year >= 2021 && d.Edit("〔2021〕30号", "〔2019〕60号")),
        // Next year's report on the form that was replaced.
        new("C-FORM", (d, _) => d.NowTruth is { Year: 2020, Table2: "2019" } && Do(() => (d.BeforeTruth, d.NowTruth) =
            (d.BeforeTruth with { Year = 2020, Dated = d.BeforeTruth.Dated.AddYears(1) }, d.NowTruth with { Year = 2021, Dated = d.NowTruth.Dated.AddYears(1) }))),
        new("C-BLANK", (d, _) => d.Edit(">0</td>", "></td>")),
        new("C-NOT-LETTER", (d, _) => Do(() => d.NowTruth = d.NowTruth with { Title = $"关于报送{d.NowTruth.Agency}{d.NowTruth.Year}年政府信息公开工作年度报告的函" })
            && d.Edit($"<h3>一、.*(<p[^>]*>{d.NowTruth.Agency}</p>)", "<p>现将我单位年度报告报送贵办，请审阅。</p>$1"), "C-TITLE"),
        new("T3-CARRY-YOY", (d, c) => c.Next(1, 4) is var more && int.Parse(d.Now["requests.new|natural_person"]) >= more && Do(() => { foreach (var a in new[] { "natural_person", "total" }) { d.AddBoth($"requests.carried_in|{a}", more); d.AddBoth($"requests.new|{a}", -more); } }), "N-RATE"),
        new("T4-PENDING-YOY", (d, c) => Do(() =>
        {
            var pending = d.Number("reconsideration.total") + c.Next(1, 9);
            d.Before["reconsideration.total"] = $"{int.Parse(d.Before["reconsideration.total"]) - int.Parse(d.Before["reconsideration.pending"]) + pending}";
            d.Before["reconsideration.pending"] = $"{pending}";
        })),
        new("T4-VS-T3", (d, _) => Do(() => { foreach (var result in new[] { "other", "total" }) d.AddBoth($"reconsideration.{result}", 100_000); })),
        new("T2-STOCK", (d, c) => d.Before.ContainsKey("normative_documents.in_force") && d.Now.ContainsKey("normative_documents.in_force") && Do(() => d.AddBoth("normative_documents.in_force", c.Next(1, 90)))),
        new("T2O-ITEMS-YOY", (d, c) => d.Before.ContainsKey("penalties.items_last_year") && d.Now.ContainsKey("penalties.items_last_year") && Do(() => d.AddBoth("penalties.items_last_year", c.Next(1, 90)))),
        new("T2-FEE-UNIT", (d, _) => d.Before.TryGetValue("fees.collected", out var fees) && decimal.Parse(fees) > 0 && d.Now.ContainsKey("fees.collected") && Do(() => d.Now["fees.collected"] = $"{decimal.Parse(fees) * 10_000:0.##}")),
        new("C-COLUMN", (d, c) => c.Next(3) switch
        {
            0 => d.Edit("<body>", $"<body><p>您当前的位置：首页 > {c.Of(["政务公开", "信息公开", "资讯中心"])} > {c.Of(columns)}</p>"),
            1 => d.Edit("<head>", $"<head><meta name=\"ColumnName\" content=\"{c.Of(columns)}\">"),
            _ => Do(() => d.ColumnBefore = "http://bureau.example/tzgg/"),
        }),
        new("C-READABLE", (d, c) => c.Next(2) == 0
            ? Do(() => d.NowFile = [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF"u8, 0, 1, 1, .. new byte[200]])
            : d.NowTruth.Year >= 2021 && d.Edit("<table.*?</table>", "<p align=\"center\"><img src=\"W020240122.jpg\" width=\"600\"></p>", everywhere: true), "C-TITLE", "C-NOT-LETTER"),
        new("C-DUP", (d, _) => Do(() => (d.BeforeTruth, d.NowTruth) = (d.BeforeTruth with { Prose = "finance" }, d.NowTruth with { Prose = "finance" })), "C-SEC5", "C-SEC1"),
    ];

    static bool Do(Action act)
    {
        act();
        return true;
    }

    static bool NothingToReport(Draft draft) => draft.Edit("(<h3>六、[^<]*</h3>).*?(<p[^>]*>" + draft.NowTruth.Agency + "</p>)", "$1<p>没有其他需要报告的事项。</p>$2");

    // What every organ counts in both columns, so that the row holds.
    static void Row(Draft draft, string row, int more)
    {
        draft.Add($"{row}|natural_person", more);
        draft.Add($"{row}|total", more);
    }

    static void Tell(Draft draft, string key, int more) => draft.Told[key] = $"{int.Parse(draft.Told[key]) + more}";

    static void Set(Draft draft, string value, params string[] beginnings)
    {
        foreach (var key in draft.Now.Keys.Where(k => beginnings.Any(b => k.StartsWith(b, StringComparison.Ordinal))).ToList()) draft.Now[key] = value;
    }

    static void SetBoth(Draft draft, string value, string beginning)
    {
        foreach (var key in draft.Now.Keys.Where(k => k.StartsWith(beginning, StringComparison.Ordinal)).ToList()) draft.Told[key] = draft.Now[key] = value;
    }

    static string Outcome(Draft draft, Random chance)
    {
        string[] rows = [.. draft.Now.Keys.Where(k => k.StartsWith("requests.denied.", StringComparison.Ordinal) && k.EndsWith("|total", StringComparison.Ordinal)).Select(k => k.Split('|')[0])];
        return rows[chance.Next(rows.Length)];
    }

    static string Suit(Random chance) => OfficialForm.Suits[chance.Next(OfficialForm.Suits.Count)];
}
