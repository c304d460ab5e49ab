using System.Text;
using System.Text.RegularExpressions;

namespace ReportHarvester.Tests.Fuzz;

/// <summary>
/// Damage to what is written in words and tags, for HTML and XML as well as for the objects and the content of PDFs: numbers grow, tokens change
/// places, come many times, or go. Bytes stand for themselves (Latin-1), so that texts in any charset keep what is not touched.
/// </summary>
static partial class TextMutations
{
    static readonly string[] Numbers =
        ["0", "-1", "1", "7", "65535", "2147483647", "2147483648", "-2147483648", "99999999999999999999", "1e308", "-1e999", "0.0000000001", "1" + new string('0', 30), new string('9', 400)];

    static readonly string[] Pieces =
    [
        "<table>", "</table>", "<tr>", "<td rowspan=65534 colspan=1000>", "<td>", "</tr>", "<!--", "-->", "<![CDATA[", "<p><font size=1>", "<div>", "</div>", "<style>td{display:none}</style>",
        "<select>", "<template>", "<svg>", "<math>", "<plaintext>", "&#x110000;", "&#xD800;", "&nbsp;", "<sup>", " hidden ", "<base href=x>", "<iframe>", "<script>", "</script>", "\u0000",
        "[", "]", "<<", ">>", "(", ")", " 0 R ", " obj ", "endobj ", "stream\n", "endstream ", "q ", "Q ", "BT ", "ET ", " Do ", " Tj ", " cm ", "1 0 0 1 1e30 1e30 cm ", "0 0 0 0 0 0 cm ",
        "/Kids", "/Parent", "/Length", "/Filter/FlateDecode", "/Type/ObjStm", "<!DOCTYPE a [<!ENTITY b \"c\">]>", "&b;",
    ];

    public static IReadOnlyList<Mutation> All { get; } = [Inflate, Swap, Multiply, Drop, Put, Digits];

    static byte[] Inflate(byte[] bytes, Random random) => Replace(bytes, random, Number(), (_, _) => Numbers[random.Next(Numbers.Length)]);

    static byte[] Digits(byte[] bytes, Random random) => Replace(bytes, random, Number(), (number, _) => $"{random.Next(1 << random.Next(1, 30))}");

    static byte[] Drop(byte[] bytes, Random random) => Replace(bytes, random, Token(), (_, _) => "");

    static byte[] Swap(byte[] bytes, Random random) => Replace(bytes, random, Token(), (_, tokens) => tokens[random.Next(tokens.Count)].Value);

    static byte[] Multiply(byte[] bytes, Random random) => Replace(bytes, random, Token(), (token, _) => string.Concat(Enumerable.Repeat(token, 1 << random.Next(1, 12))));

    static byte[] Put(byte[] bytes, Random random) =>
        Replace(bytes, random, Token(), (token, _) => token + string.Concat(Enumerable.Repeat(Pieces[random.Next(Pieces.Length)], 1 << random.Next(0, 10))));

    // A few tokens of one neighbourhood: a document is long, and its parts are far apart.
    static byte[] Replace(byte[] bytes, Random random, Regex what, Func<string, MatchCollection, string> with)
    {
        const int Neighbourhood = 4096;
        var from = random.Next(Math.Max(1, bytes.Length - Neighbourhood / 2));
        var near = Encoding.Latin1.GetString(bytes.AsSpan(from, Math.Min(Neighbourhood, bytes.Length - from)));
        var found = what.Matches(near);
        if (found.Count == 0) return bytes;
        var chosen = Enumerable.Range(0, random.Next(1, 5)).Select(_ => found[random.Next(found.Count)]).DistinctBy(m => m.Index).OrderByDescending(m => m.Index);
        foreach (var token in chosen) near = near[..token.Index] + with(token.Value, found) + near[(token.Index + token.Length)..];
        return [.. bytes[..from], .. Encoding.Latin1.GetBytes(near), .. bytes[Math.Min(bytes.Length, from + Neighbourhood)..]];
    }

    [GeneratedRegex(@"-?\d+(?:\.\d+)?")]
    private static partial Regex Number();

    [GeneratedRegex(@"<[^<>]{0,200}>|/[A-Za-z][\w-]*|\d+ \d+ R|[^\s<>/]+")]
    private static partial Regex Token();
}
