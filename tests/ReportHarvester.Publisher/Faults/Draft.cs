using System.Text.RegularExpressions;
using ReportHarvester.Publisher.Html;
using ReportHarvester.Publisher.Prose;
using ReportHarvester.Publisher.Tables;
using ReportHarvester.Publisher.Truths;

namespace ReportHarvester.Publisher.Faults;

/// <summary>Two reports of an agency on the way to the printer: figures of the tables, figures that the prose speaks of, and what is done to the page.</summary>
sealed class Draft(Years years)
{
    readonly List<Func<string, string>> edits = [];

    public Truth BeforeTruth { get; set; } = years.Before;
    public Truth NowTruth { get; set; } = years.Now;

    /// <summary>The later report's tables, and what its prose counts; the earlier one's tables and prose together.</summary>
    public Dictionary<string, string> Now { get; } = new(years.Now.Figures);
    public Dictionary<string, string> Told { get; } = new(years.Now.Figures);
    public Dictionary<string, string> Before { get; } = new(years.Before.Figures);

    public int Number(string key) => int.Parse(Now[key]);

    public void Add(string key, int more) => Now[key] = $"{Number(key) + more}";

    /// <summary>The columns of the site that list the earlier report and the later one.</summary>
    public string ColumnBefore { get; set; } = "http://bureau.example/gknb/";
    public string ColumnNow { get; set; } = "http://bureau.example/gknb/";

    /// <summary>What is published in place of the page, where it is something else.</summary>
    public byte[]? NowFile { get; set; }

    /// <summary>What happened to the agency, or to its reports, between the two, and the reports on the earlier year of those who went over into it.</summary>
    public List<string> Events { get; } = [];
    public List<Truth> Predecessors { get; } = [];

    /// <summary>In tables and prose alike.</summary>
    public void AddBoth(string key, int more) => Told[key] = Now[key] = $"{Number(key) + more}";

    /// <summary>Changes the page, in one place or in all; false if what is looked for is not on it.</summary>
    public bool Edit(string pattern, string replacement, bool everywhere = false)
    {
        if (!Regex.IsMatch(Page(NowTruth with { Figures = Now, Counted = Told }), pattern, RegexOptions.Singleline)) return false;
        edits.Add(page => new Regex(pattern, RegexOptions.Singleline).Replace(page, replacement, everywhere ? -1 : 1));
        return true;
    }

    /// <summary>Whether both years happened to be told the same problems: then it is so, though nobody planted it.</summary>
    public bool TellsSameProblems => Narrative.Of(BeforeTruth).Sections[5].SequenceEqual(Narrative.Of(NowTruth).Sections[5]);

    /// <summary>Whether both years happened to be told in nearly the same words, numbers left out: then one is a copy, though nobody planted it.</summary>
    public bool TellsTheSame
    {
        get
        {
            const double Nearly = 0.85;
            var (before, now) = (Clauses(years.Before).ToHashSet(), Clauses(years.Now).ToList());
            return now.Where(before.Contains).Sum(c => c.Length) >= Nearly * now.Sum(c => c.Length);
        }
    }

    static IEnumerable<string> Clauses(Truth truth) =>
        Narrative.Of(truth).Sections.Values.SelectMany(texts => texts).SelectMany(text => Regex.Replace(text, "[0-9.]+", "").Split('。', '；', '，', '、'));

    public string BeforePage => Page(BeforeTruth with { Figures = Before });

    public string NowPage => edits.Aggregate(Page(NowTruth with { Figures = Now, Counted = Told }), (page, edit) => edit(page));

    public IEnumerable<string> PredecessorPages => Predecessors.Select(Page);

    static string Page(Truth truth) => Html.Page.Clean(truth, Article.Of(truth, OfficialTables.Of(truth), Markup.Plain));
}
