using System.Diagnostics;
using System.Text;
using System.Text.Json;
using ReportHarvester.App;
using ReportHarvester.Reports;
using ReportHarvester.Tests.Harvest;

namespace ReportHarvester.Tests.App;

/// <summary>Documents read in a process of their own: the same readings, and what ends the process fails one document and nothing else.</summary>
public sealed class ReadingProcessTests : IDisposable
{
    const long Little = 300 << 20;

    static readonly byte[] Small = Fixtures.Bytes("donghu-finance-2021-clean");

    // Takes long and much wherever it is read: a million cells.
    static readonly byte[] Huge = Encoding.UTF8.GetBytes("<table>" + string.Concat(Enumerable.Repeat("<tr>" + string.Concat(Enumerable.Repeat("<td>1</td>", 100)), 20_000)));

    readonly ReadingProcess reader = new(new ReadingLimits(), TimeProvider.System);

    public void Dispose() => reader.Dispose();

    [Fact]
    public void Readings_are_the_same_as_in_this_process_down_to_the_last_place()
    {
        reader.Start();
        var id = reader.Id;
        foreach (var folder in Fixtures.Reports)
        {
            var bytes = File.ReadAllBytes(Fixtures.Source(folder));
            Reading here = ReportReader.Read(bytes), there = reader.Read(bytes, null);
            Assert.Equivalent(here, there, strict: true);
            Assert.Equal(Json(here), Json(there));
        }
        Assert.Equal(id, reader.Id);
    }

    [Fact]
    public void The_charset_that_the_server_declared_comes_along()
    {
        var page = Fixtures.Bytes("donghu-ecology-2022-gbk");
        Assert.Equal(Json(ReportReader.Read(page, "iso-8859-1")), Json(reader.Read(page, "iso-8859-1")));
        Assert.NotEqual(Json(ReportReader.Read(page)), Json(reader.Read(page, "iso-8859-1")));
    }

    [Fact]
    public void What_takes_too_long_fails_and_is_not_tried_again()
    {
        using var hasty = new ReadingProcess(new ReadingLimits { Time = TimeSpan.FromMilliseconds(1) }, TimeProvider.System);
        AssertFailed("TOOK-TOO-LONG", hasty.Read(Huge, null));
        Assert.Null(hasty.Id);
        AssertFailed("TOOK-TOO-LONG", hasty.Read(Huge, null));
        Assert.Null(hasty.Id);
    }

    [Fact]
    public void What_takes_too_much_memory_fails_and_the_next_document_is_read()
    {
        using var poor = new ReadingProcess(new ReadingLimits { Memory = Little }, TimeProvider.System);
        AssertFailed("TOO-MUCH-MEMORY", poor.Read(Huge, null));
        Assert.Equal(Outcome.Complete, poor.Read(Small, null).Outcome);
    }

    [Fact]
    public async Task A_reader_that_dies_of_a_document_twice_fails_it_and_the_next_document_is_read()
    {
        var reading = Task.Run(() => reader.Read(Huge, null));
        var first = await KillReader(not: null);
        await KillReader(not: first);
        AssertFailed("READER-DIED", await reading);
        Assert.Equal(Outcome.Complete, reader.Read(Small, null).Outcome);
    }

    [Fact]
    public void A_reader_that_was_killed_between_documents_costs_none()
    {
        reader.Start();
        Process.GetProcessById(reader.Id!.Value).Kill();
        Assert.Equal(Outcome.Complete, reader.Read(Small, null).Outcome);
    }

    [Theory]
    [InlineData("-INT")]
    [InlineData("-TERM")]
    public void Signals_to_the_whole_group_leave_the_reader_to_its_document(string signal)
    {
        reader.Read(Small, null);
        var id = reader.Id;
        using (var kill = Process.Start("kill", [signal, $"{id}"])) kill.WaitForExit();
        Assert.Equal(Outcome.Complete, reader.Read(Small, null).Outcome);
        Assert.Equal(id, reader.Id);
    }

    [Fact]
    public void Nothing_is_left_behind()
    {
        // Numbers of processes come again: what an earlier one of the same number left is none of this one's.
        var before = Directory.GetFileSystemEntries(Path.GetTempPath());
        reader.Read(Small, null);
        var id = reader.Id!.Value;
        reader.Dispose();
        Assert.False(Directory.Exists($"/proc/{id}"));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.GetTempPath(), $"*-{id}-*").Except(before));
    }

    [Fact]
    public async Task The_reader_ends_in_the_middle_of_a_document_when_its_program_is_killed()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllBytesAsync(file, Huge);
        using var program = BuiltProgram.Start("parse", file);
        int? child;
        while ((child = ChildOf(program.Id)) is null) await Moment();
        program.Kill();
        await program.WaitForExitAsync();
        var patience = Stopwatch.StartNew();
        while (IsAlive(child.Value) && patience.Elapsed < TimeSpan.FromSeconds(10)) await Moment();
        Assert.False(IsAlive(child.Value));
        File.Delete(file);
    }

    static Task Moment() => Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System);

    static string Json(Reading reading) => JsonSerializer.Serialize(reading, ReadingJson.Options);

    static void AssertFailed(string code, Reading reading)
    {
        Assert.Equal(Outcome.Failed, reading.Outcome);
        Assert.Equal(code, Assert.Single(reading.Issues).Code);
    }

    static int? ChildOf(int parent) =>
        Directory.EnumerateDirectories("/proc").Select(folder => int.TryParse(Path.GetFileName(folder), out var id) ? id : 0)
            .Where(id => id > 0 && Status(id) is { } fields && fields[1] == $"{parent}").Select(id => (int?)id).FirstOrDefault();

    // A zombie waits for whoever became its parent, and is none of ours.
    static bool IsAlive(int id) => Status(id) is [not "Z", ..];

    // State, parent and so on, after the name in brackets; null for a process that is gone.
    static string[]? Status(int id)
    {
        try
        {
            var line = File.ReadAllText($"/proc/{id}/stat");
            return line[(line.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            return null;
        }
    }

    async Task<int?> KillReader(int? not)
    {
        int? id;
        while ((id = reader.Id) is null || id == not) await Moment();
        Process.GetProcessById(id.Value).Kill();
        return id;
    }
}
