using System.Text;
using System.Text.RegularExpressions;

namespace ReportHarvester.Publisher.Pdf;

/// <summary>Overwrites what differs from one print to the next (dates, file identifier) with text of the same length.</summary>
static partial class ConstantDates
{
    const string Constant = "20240101000000";

    public static byte[] In(byte[] pdf)
    {
        var text = Encoding.Latin1.GetString(pdf);
        text = Dates().Replace(text, m => m.Groups[1].Value + Constant + Digits().Replace(m.Groups[2].Value, "0"));
        text = Identifier().Replace(text, m => m.Groups[1].Value + Hexadecimal().Replace(m.Groups[2].Value, "0"));
        return Encoding.Latin1.GetBytes(text);
    }

    [GeneratedRegex(@"(/(?:CreationDate|ModDate)\s*\(D:)[0-9]{14}([^)]*)")]
    private static partial Regex Dates();

    [GeneratedRegex(@"(/(?:ID\s*\[\s*|DocChecksum\s*/))([0-9A-Fa-f<>\s]+)")]
    private static partial Regex Identifier();

    [GeneratedRegex("[0-9]")]
    private static partial Regex Digits();

    [GeneratedRegex("[0-9A-Fa-f]")]
    private static partial Regex Hexadecimal();
}
