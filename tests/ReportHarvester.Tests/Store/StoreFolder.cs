using Microsoft.Data.Sqlite;
using ReportHarvester.Reports;
using ReportHarvester.Store;

namespace ReportHarvester.Tests.Store;

/// <summary>A data folder of its own for a test, deleted afterwards.</summary>
sealed class StoreFolder : IDisposable
{
    public static readonly DateTimeOffset Start = new(2022, 1, 25, 3, 0, 0, TimeSpan.FromHours(8));

    public string Path { get; } = Directory.CreateTempSubdirectory("store-test-").FullName;

    public ReportStore Open() => ReportStore.Open(Path);

    public void Dispose() => Directory.Delete(Path, recursive: true);

    /// <summary>Keeps the document and saves the reading as that of an agency.</summary>
    /// <param name="named">It prints the agency's name, and comes from a source of its own.</param>
    public static SavedReading Save(ReportStore store, Reading reading, string document, string reader = "1.0.0", string? url = null,
        int? yearHint = null, int day = 0, string agency = "东莞市金融工作局", bool named = false) => store.SaveReading(new NewReading
        {
            Source = named ? agency : "dg-jrj", Agencies = [agency], Url = url ?? "https://www.dg.gov.cn/" + document, ReaderVersion = reader,
            Reading = named ? reading with { Report = reading.Report with { Agency = agency } } : reading,
            Sha256 = store.Originals.Keep(System.Text.Encoding.UTF8.GetBytes(document)), YearHint = yearHint, At = Start.AddDays(day),
        });

    /// <summary>A column of every row, as text with | between; asked through a connection of its own.</summary>
    public string Ask(string sql, int column = 0)
    {
        using var connection = new SqliteConnection($"Data Source={System.IO.Path.Combine(Path, "reports.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read()) rows.Add(reader.GetValue(column).ToString()!);
        return string.Join("|", rows);
    }
}
