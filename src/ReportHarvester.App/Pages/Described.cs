namespace ReportHarvester.App.Pages;

/// <summary>A value that an address may carry in its query.</summary>
/// <param name="Values">Those that there are; null: any.</param>
/// <param name="IsNumber">A whole number, without sign.</param>
/// <param name="Many">Whether there may be several, with commas between.</param>
sealed record QueryValue(string Name, string Description, IReadOnlyList<string>? Values = null, bool IsNumber = false, bool Many = false)
{
    public static readonly QueryValue Region = new("region", "行政区划代码前几位。Leading digits of a region's code, GB/T 2260"), Year = new("year", "年度。The year that the report is on", IsNumber: true),
        Page = new("page", "页，自1起。Page of the list, from 1", IsNumber: true), Level = new("level", "级别。Level of the agency", Words.Levels), Language = new("lang", "语言，不写即中文。Language, Chinese unless it is said", ["zh", "en"]);

    /// <summary>What a comparison is asked by.</summary>
    public static readonly IReadOnlyList<QueryValue> Comparison =
    [
        new("m", "指标、系列或比率，表三可带申请人。Indicators, series or rates, those of table 3 with an applicant: requests.new|business", Many: true),
        new("from", "首年，不写末年即至最近。First year, alone: up to the last", IsNumber: true), new("to", "末年，不写首年即自最早。Last year, alone: from the first", IsNumber: true), new("agency", "机关名称或代码。Names or codes of agencies", Many: true), Region with { Many = true }, Level,
        new("scope", "口径：own 本机关（含未写明的），aggregate 汇总。Only reports of organs themselves, those among them that do not say, or of whole regions", ["own", "aggregate"]),
    ];

    public static readonly IReadOnlyList<QueryValue> Chart =
        [.. Comparison, new("chart", "所画的一项，默认第一项。Which of the measures; the first unless it is said"), new("size", "大小。For a small picture", ["small"]), Language];
}

/// <summary>What an address answers, for who writes a program against it.</summary>
/// <param name="Media">The type of the answer, or its beginning with a star.</param>
/// <param name="Answer">The shape of an answer in JSON; null: it is a file.</param>
/// <param name="Query">All that is ever read of the query.</param>
/// <param name="IsTagged">Whether it has an ETag by which browsers ask about it.</param>
sealed record Described(string Summary, string Media, Type? Answer, IReadOnlyList<QueryValue> Query, bool IsTagged = true);
