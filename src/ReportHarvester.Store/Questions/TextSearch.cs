using Dapper;
using Microsoft.Data.Sqlite;
using ReportHarvester.Reports;

namespace ReportHarvester.Store;

/// <summary>A place in the prose of a current report where a phrase stands, with what stands around it.</summary>
public sealed record TextHit
{
    public long AgencyId { get; init; }
    public string Agency { get; init; } = "";
    public int Year { get; init; }
    public Scope Scope { get; init; }

    /// <summary>The section's number in the form and its printed title.</summary>
    public int Number { get; init; }
    public string Title { get; init; } = "";

    public string Before { get; init; } = "";
    public string Phrase { get; init; } = "";
    public string After { get; init; } = "";

    internal long Reading { get; init; }
    internal string Text { get; init; } = "";
}

/// <summary>Where a phrase stands in the sections of current reports, the ones read last first. Spaces and line breaks make no difference.</summary>
public sealed record TextSearch(IReadOnlyList<TextHit> Hits, bool More)
{
    /// <summary>Reports of one page of the answer.</summary>
    public const int PageSize = 20;

    /// <summary>Beyond this page nothing is listed: what is found so often has to be asked for more closely.</summary>
    public const int LastPage = 50;

    public const int ReportsAtMost = LastPage * PageSize;

    /// <summary>So many reports that have the words of a phrase are looked through for where it stands.</summary>
    public const int LookedThroughAtMost = 5_000;

    /// <summary>Whether there are, or may be, more than are listed on any page.</summary>
    public bool Cut { get; init; }

    const int Around = 40;

    const string Candidates = """
        SELECT r.id FROM section_word w CROSS JOIN reading r ON r.id = w.rowid
        LEFT JOIN report p ON p.agency = r.agency AND p.id = r.report
        WHERE section_word MATCH @question AND r.is_current = 1 AND r.report IS NOT NULL
          AND (@year IS NULL OR p.year = @year)
        ORDER BY w.rowid DESC
        """;

    const string Texts = """
        SELECT g.id AS agency_id, g.name AS agency, p.year, p.scope, s.number, s.title, s.text, r.id AS reading
        FROM reading r JOIN agency g ON g.id = r.agency JOIN report p ON p.agency = r.agency AND p.id = r.report
        JOIN section s ON s.reading = r.id AND s.agency = r.agency WHERE r.id = @reading ORDER BY s.position
        """;

    /// <param name="page">Counts from 1.</param>
    public static TextSearch For(ReportStore store, string phrase, int? year, int page, CancellationToken cancellationToken = default) => store.Read(connection =>
    {
        phrase = Section.Fold(phrase);
        if (SearchWords.Question(phrase) is not { } question) return new TextSearch([], More: false);
        var looked = 0;
        var hits = connection.Query<long>(Candidates, new { question, year }, buffered: false).TakeWhile(_ => looked++ < LookedThroughAtMost)
            .Select(Look).OfType<TextHit>().Skip((page - 1) * PageSize).Take(PageSize + 1).ToList();
        var more = hits.Count > PageSize;
        return new TextSearch([.. hits.Take(PageSize)], more && page < LastPage) { Cut = more && page >= LastPage || looked > LookedThroughAtMost };

        TextHit? Look(long reading)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return In(connection, reading, phrase);
        }
    });

    static TextHit? In(SqliteConnection connection, long reading, string phrase)
    {
        var wanted = Tight(phrase);
        foreach (var section in connection.Query<TextHit>(Texts, new { reading }))
        {
            var text = Tight(section.Text);
            if (At(text, wanted, section.Text) is not { } at) continue;
            var (from, end) = (Math.Max(0, at - Around), Math.Min(text.Length, at + wanted.Length + Around));
            return section with { Before = text[from..at], Phrase = text[at..(at + wanted.Length)], After = text[(at + wanted.Length)..end] };
        }
        return null;
    }

    // 5件 is not the end of 15件; that of 1 5件 it is.
    static int? At(string text, string wanted, string spaced)
    {
        for (var at = -1; (at = text.IndexOf(wanted, at + 1, StringComparison.OrdinalIgnoreCase)) >= 0;)
            if (at == 0 || !char.IsAsciiLetterOrDigit(wanted[0]) || !char.IsAsciiLetterOrDigit(text[at - 1]) || IsAfterBlank(spaced, at)) return at;
        return null;
    }

    // Whether blanks stand before a sign that is counted without them.
    static bool IsAfterBlank(string spaced, int sign)
    {
        for (var i = 0; i < spaced.Length; i++)
            if (!char.IsWhiteSpace(spaced[i]) && sign-- == 0) return i > 0 && char.IsWhiteSpace(spaced[i - 1]);
        return false;
    }

    static string Tight(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
