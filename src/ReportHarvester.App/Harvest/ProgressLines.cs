namespace ReportHarvester.App;

/// <summary>Shows a run on stderr: one line that changes on a terminal, one line an event everywhere else.</summary>
sealed class ProgressLines : IProgress<HarvestEvent>, IDisposable
{
    const string EraseLine = "\r\u001b[K";

    readonly bool live = !Console.IsErrorRedirected;
    readonly Lock turn = new();
    bool open;

    public void Report(HarvestEvent value)
    {
        lock (turn) Write(value);
    }

    void Write(HarvestEvent value)
    {
        var line = Printable($"{value.Step,-11} {value.Source,-12} {value.Subject}{(value.Detail.Length > 0 ? "  " + value.Detail : "")}");
        if (!live)
        {
            Console.Error.WriteLine(line);
            return;
        }
        // What needs attention stays on the screen, the rest makes room for what comes next.
        var stays = value.Step is HarvestStep.Refused or HarvestStep.Unexpected or HarvestStep.PutOff or HarvestStep.Failed or HarvestStep.Stopped;
        Console.Error.Write(EraseLine + (stays ? line + "\n" : Cut(line)));
        open = !stays;
    }

    public void Dispose()
    {
        if (open) Console.Error.Write(EraseLine);
        open = false;
    }

    static string Cut(string line)
    {
        // A terminal that does not know its width says 0.
        var room = (Console.WindowWidth is > 0 and var width ? width : 80) - 1;
        var columns = 0;
        return string.Concat(line.EnumerateRunes().Select(rune => rune.ToString())
            .TakeWhile(rune => (columns += TextWidth.Of(rune)) <= room));
    }

    // Titles and addresses come from the network: no line breaks, no terminal codes.
    static string Printable(string line) =>
        string.Concat(line.Select(c => char.IsControl(c) || c is '\u2028' or '\u2029' or '\u202E' ? '·' : c));
}
