using System.Text;

namespace ReportHarvester.Reports.Word;

/// <summary>The fields that are open: what stands before the result of one is its instruction. They may go on over paragraphs.</summary>
sealed class WordFields
{
    // These never print anything.
    static readonly string[] Silent = ["XE", "TC", "TA", "RD", "SET", "ASK", "PRIVATE", "BOOKMARK", "HYPERLINK"];

    const int LongestInstruction = 100;

    readonly Stack<(StringBuilder Instruction, bool HasResult)> open = [];

    int withoutResult;

    public bool IsInstruction => withoutResult > 0;

    public void Instruct(string text)
    {
        if (open.TryPeek(out var field) && !field.HasResult && field.Instruction.Length < LongestInstruction) field.Instruction.Append(text);
    }

    /// <summary>Begins, parts or ends a field; whether it ended without a result, so that Word prints what only Word can work out.</summary>
    public bool IsUnread(string? kind)
    {
        if (kind == "begin")
        {
            open.Push((new StringBuilder(), false));
            withoutResult++;
            return false;
        }
        if (open.TryPop(out var field) && !field.HasResult) withoutResult--;
        if (field.Instruction is not null && kind == "separate") open.Push(field with { HasResult = true });
        else return !field.HasResult && Shows(field.Instruction?.ToString());
        return false;
    }

    public static bool Shows(string? instruction) =>
        instruction?.Trim() is { Length: > 0 } text && !Array.Exists(Silent, s => text.StartsWith(s, StringComparison.OrdinalIgnoreCase));
}
