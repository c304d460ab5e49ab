using System.Text.Json;
using ReportHarvester.Harvest;
using ReportHarvester.Reports;

namespace ReportHarvester.App;

/// <summary>What a run counts; the words are those of the run log and of `harvest --format json`.</summary>
static class Counted
{
    public const string Sources = "sources";
    public const string SourcesWithoutList = "sources_without_list";
    public const string SourcesUnexpected = "sources_unexpected";
    public const string SourcesEmpty = "sources_empty";
    public const string SourcesPutOff = "sources_put_off";
    public const string SourcesFailed = "sources_failed";
    public const string ListPages = "list_pages";
    public const string ListTroubles = "list_troubles";
    public const string Links = "links";
    public const string LinksNew = "links_new";
    public const string LinksRefused = "links_refused";
    public const string Fetched = "fetched";
    public const string FetchedSame = "fetched_same";
    public const string NotModified = "not_modified";
    public const string Refused = "refused";
    public const string OriginalsAltered = "originals_altered";
    public const string ReadAgain = "read_again";
    public const string ReportsNew = "reports_new";
    public const string ReportsNewVersion = "reports_new_version";
    public const string ReportIssues = "report_issues";
    public const string YearIssues = "issues_between_years";
    public const string Imported = "imported";
    public const string NotOpened = "not_opened";
    public const string NotKept = "not_kept";
    public const string Twins = "twins";
    public const string WithoutFigures = "documents_without_figures";
    public const string ListsInDoubt = "lists_in_doubt";
    public const string ManyGone = "many_gone";
    public const string RereadFailed = "reread_failed";
    public const string RereadLeft = "reread_left";
    public const string Stopped = "stopped";

    public static string RefusedFor(RefusalReason reason) => Snake("refused", $"{reason}");

    public static string Passed(PassReason reason) => Snake("links_passed", $"{reason}");

    public static string Read(Outcome outcome) => Snake("read", $"{outcome}");

    public static string Word(HarvestStep step) => JsonNamingPolicy.SnakeCaseLower.ConvertName($"{step}");

    static string Snake(string what, string why) => $"{what}_{JsonNamingPolicy.SnakeCaseLower.ConvertName(why)}";
}
