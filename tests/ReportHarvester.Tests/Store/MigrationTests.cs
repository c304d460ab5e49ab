using Microsoft.Data.Sqlite;
using ReportHarvester.Store;

namespace ReportHarvester.Tests.Store;

public class MigrationTests
{
    const string Old = """
        INSERT INTO agency VALUES (1, '东莞市金融工作局');
        INSERT INTO source VALUES ('dg-jrj', 1, 'http://a/');
        INSERT INTO visit VALUES ('http://a/1', 200, NULL, NULL, 'x', 'text/html', '2022-01-25T00:00:00.000Z');
        INSERT INTO original VALUES ('x', 1, 'html', '2022-01-25T00:00:00.000Z');
        INSERT INTO report VALUES (1, 1, 2021, 'own');
        INSERT INTO reading (id, agency, report, source, url, sha256, reader, format, outcome, scope, read_at, is_current)
          VALUES (1, 1, 1, 'dg-jrj', 'http://a/1', 'x', '1.0.0', 'html', 'complete', 'own', '2022-01-25T00:00:00.000Z', 1);
        INSERT INTO evidence VALUES (1, 1, '{"requests.new":{"total":[0]}}');
        INSERT INTO figure_row (agency, reading, indicator, edition, total) VALUES (1, 1, 'requests.new', '2021', 2);
        """;

    [Fact]
    public void AnOlderDatabaseIsCopiedAndBroughtUpToDateWithAllItHolds()
    {
        using var folder = new StoreFolder();
        MakeOld(folder, Old);
        using (var store = folder.Open())
        {
            Assert.Equal(2, Assert.Single(Overview.Of(store)).RequestsNew);
            Assert.Equal("东莞市金融工作局", Assert.Single(AgencyList.Of(store)).Name);
        }
        Assert.Equal("http://a/1 1 1", folder.Ask("SELECT article || ' ' || (content IS NOT NULL) || ' ' || figures FROM reading"));
        Assert.Equal("""["东莞市金融工作局"]""", folder.Ask("SELECT agencies FROM source"));
        Assert.Equal("东莞市金融工作局 dg-jrj", folder.Ask("SELECT name || ' ' || source FROM source_agency"));
        Assert.Equal("x", folder.Ask("SELECT sha256 FROM publication"));
        Assert.Equal("", folder.Ask("PRAGMA foreign_key_check"));
        Assert.Equal("1", Ask(Path.Combine(folder.Path, "reports.db.schema-1"), "PRAGMA user_version"));
        Assert.Equal("东莞市金融工作局", Ask(Path.Combine(folder.Path, "reports.db.schema-1"), "SELECT name FROM agency"));
    }

    // A year of nights at all sources is five million rows.
    [Fact]
    public void HowSourcesStandIsTakenFromTheirNewestRunsAndNotFromAll()
    {
        using var folder = new StoreFolder();
        folder.Ask($"{string.Join(";\n", Enumerable.Range(1, 19).Select(Script))}; PRAGMA user_version = 19;");
        folder.Ask("""
            INSERT INTO source (key, agencies) VALUES ('a', '[]'), ('b', '[]'), ('never', '[]');
            INSERT INTO run (id, started) VALUES (1, ''), (2, ''), (3, '');
            INSERT INTO run_source (run, source, ended, counts) VALUES (1, 'a', '', '{"links":2}'), (2, 'a', '', '{"sources_without_list":1}'), (3, 'a', '', '{"sources_put_off":1}'),
              (2, 'b', '', '{"sources_put_off":1}'), (3, 'b', '', '{"sources_put_off":1}');
            """);
        var step = Script(20);
        using (folder.Open()) Assert.Equal("a 2 1|b 3 -", folder.Ask("SELECT source || ' ' || last || ' ' || COALESCE(listed, '-') FROM source_standing ORDER BY source"));
        Assert.DoesNotContain("SCAN run_source", folder.Ask("EXPLAIN QUERY PLAN " + step[step.IndexOf("INSERT", StringComparison.Ordinal)..], column: 3));
    }

    // A step that came after a later one would never reach the databases that have that one.
    [Fact]
    public void NoNumberOfAStepIsLeftOut() =>
        Assert.Equal(Enumerable.Range(1, Schema.Newest), typeof(Schema).Assembly.GetManifestResourceNames().Where(n => n.EndsWith(".sql", StringComparison.Ordinal)).Select(n => int.Parse(n.AsSpan(0, 3), System.Globalization.CultureInfo.InvariantCulture)).Order());

    [Fact]
    public void WhatRefersToNothingStopsIt()
    {
        using var folder = new StoreFolder();
        MakeOld(folder, "INSERT INTO agency VALUES (1, 'a'); INSERT INTO source VALUES ('s', 1, ''); PRAGMA foreign_keys = OFF; INSERT INTO link VALUES ('t', 'u', 'x', '');");
        Assert.Contains("link", Assert.Throws<SchemaException>(folder.Open).Message);
        Assert.Equal("1", folder.Ask("PRAGMA user_version"));
    }

    static void MakeOld(StoreFolder folder, string rows)
    {
        folder.Ask($"{Script(1)}; PRAGMA user_version = 1; {rows}");
    }

    static string Script(int number)
    {
        var assembly = typeof(Schema).Assembly;
        using var stream = assembly.GetManifestResourceStream(assembly.GetManifestResourceNames().Single(name => name.StartsWith($"{number:000}-", StringComparison.Ordinal)))!;
        return new StreamReader(stream).ReadToEnd();
    }

    static string Ask(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar()!.ToString()!;
    }
}
