using System.Globalization;
using ReportHarvester.Reports;
using ReportHarvester.Store;

namespace ReportHarvester.App.Pages;

/// <summary>The model's own words as visitors read them.</summary>
static class Words
{
    public static string Fault(PageRequest request, string fault) => Fault(request, Enum.Parse<Fault>(fault, ignoreCase: true));

    public static string Fault(PageRequest request, Fault fault) => fault switch
    {
        Reports.Fault.Publisher => request.In("发布机关", "publisher"),
        Reports.Fault.Reading => request.In("读取", "our reading"),
        _ => request.In("未定", "not known"),
    };

    /// <summary>A sentence that cites a rule, in the visitor's language: the Chinese comes first in it and ends with its last full stop.</summary>
    public static string Rule(PageRequest request, string sentence) =>
        sentence.LastIndexOf('。') is > 0 and var end ? request.In(sentence[..(end + 1)], sentence[(end + 1)..].TrimStart()) : sentence;

    public static string Scope(PageRequest request, Scope scope) => scope switch
    {
        Reports.Scope.Own => request.In("本机关", "own"),
        Reports.Scope.Aggregate => request.In("汇总", "aggregate"),
        _ => request.In("口径未明", "scope not known"),
    };

    public static string Outcome(PageRequest request, Outcome outcome) => outcome switch
    {
        Reports.Outcome.Complete => request.In("完整", "whole"),
        Reports.Outcome.Partial => request.In("部分", "in part"),
        _ => request.In("未读出", "not read"),
    };

    public static IReadOnlyList<string> Levels { get; } = ["ministry", "province", "city", "county", "town"];

    public static string Severity(PageRequest request, Severity severity) => severity switch
    {
        Reports.Severity.Error => request.In("错误", "error"),
        Reports.Severity.Warning => request.In("警示及以上", "warning and above"),
        _ => request.In("全部", "all"),
    };

    /// <summary>What was decided, by whom and why.</summary>
    public static string Review(PageRequest request, Review review) =>
        $"{Decision(request, review.Decision)} {review.Reviewer} {BeijingTime.Day(review.At)} {review.Reason} {(review.Superseded ? request.In("（证据已变）", "(other evidence now)") : "")}".TrimEnd();

    public static string Decision(PageRequest request, Decision decision) => decision switch
    {
        Store.Decision.Confirmed => request.In("属实", "confirmed"),
        Store.Decision.Dismissed => request.In("排除", "dismissed"),
        _ => request.In("已说明", "explained"),
    };

    public static string Level(PageRequest request, string? level) => level switch
    {
        "ministry" => request.In("部委", "ministry"), "province" => request.In("省级", "province"), "city" => request.In("市级", "city"),
        "county" => request.In("县级", "county"), "town" => request.In("乡镇街道", "town"), _ => level ?? "",
    };

    /// <summary>A figure by its row and column, as short as it can be understood beside its table.</summary>
    public static string Figure(PageRequest request, FigureKey key)
    {
        var (indicator, applicant) = (Codebook.Find(key.Indicator), Codebook.Applicants.FirstOrDefault(known => known.Id == key.Applicant));
        if (indicator is null) return key.ToString();
        return string.Join(request.In("，", ", "), new[] { request.In(indicator.Label, indicator.English), applicant is null ? null : request.In(applicant.Label, applicant.English) }.OfType<string>());
    }

    /// <summary>What a statement counts.</summary>
    public static string Subject(PageRequest request, string id) => Codebook.Subjects.FirstOrDefault(known => known.Id == id) is { } subject ? request.In(subject.Chinese, subject.English) : id;

    /// <summary>The day on which something was first seen; what a person brought was seen nowhere.</summary>
    public static string Seen(PageRequest request, DateTimeOffset? seen) => seen is { } at ? BeijingTime.Day(at) : request.In("人工导入", "imported");

    /// <summary>What became of a report that is owed.</summary>
    public static string State(PageRequest request, PublicationState state) => ComplianceOutput.Words[state].Split(' ', 2) is [var chinese, var english] ? request.In(chinese, english) : $"{state}";

    /// <summary>A number as printed in lists: no exponents, no trailing zeros.</summary>
    public static string Number(decimal number) => number.ToString("0.############", CultureInfo.InvariantCulture);
}
