using System.Text;

namespace ReportHarvester.Harvest;

/// <summary>What a host's robots.txt asks of this program (RFC 9309).</summary>
sealed record RobotsRules
{
    /// <summary>A host without rules.</summary>
    public static RobotsRules None { get; } = new();

    /// <summary>What holds while a robots.txt cannot be had, though there may be one (RFC 9309, 2.3.1.4).</summary>
    public static RobotsRules Unreachable(Refused trouble) => new() { Trouble = trouble with { Detail = $"robots.txt, without which all is forbidden: {trouble.Detail}", Passing = false } };

    public IReadOnlyList<RobotsRule> Rules { get; init; } = [];

    /// <summary>Crawl-delay: not in the RFC, but widely written and kept.</summary>
    public TimeSpan Delay { get; init; }

    Refused? Trouble { get; init; }

    /// <summary>Why an address may not be asked for; null if it may.</summary>
    public Refused? Objection(Uri address)
    {
        if (Trouble is not null) return Trouble;
        var path = RobotsRule.Normal(address.PathAndQuery);
        if (path == "/robots.txt") return null;
        // The longest pattern decides; of two that are equally long, the one that allows.
        var decisive = Rules.Where(r => r.Matches(path)).OrderByDescending(r => r.Pattern.Length).ThenByDescending(r => r.Allows).FirstOrDefault();
        return decisive is null or { Allows: true } ? null : new Refused(RefusalReason.Robots, $"robots.txt disallows {decisive.Pattern}");
    }
}

/// <summary>One allow or disallow: a pattern of a path in which * stands for anything and a $ at the end for the end.</summary>
sealed record RobotsRule(string Pattern, bool Allows)
{
    readonly string[] pieces = Pattern.TrimEnd('$').Split('*');
    readonly bool toTheEnd = Pattern.EndsWith('$');

    /// <param name="path">Path and query, as <see cref="Normal"/> gives them.</param>
    public bool Matches(string path)
    {
        if (!path.StartsWith(pieces[0], StringComparison.Ordinal)) return false;
        var at = pieces[0].Length;
        for (var i = 1; i < pieces.Length; i++)
        {
            var found = path.IndexOf(pieces[i], at, StringComparison.Ordinal);
            if (found < 0) return false;
            at = found + pieces[i].Length;
        }
        return !toTheEnd || at == path.Length || pieces.Length > 1 && path.Length - pieces[^1].Length >= at && path.EndsWith(pieces[^1], StringComparison.Ordinal);
    }

    /// <summary>
    /// Paths compare by octets: what need not be escaped is not, all else is, in capitals (RFC 9309, 2.2.2). Characters are taken for octets.
    /// </summary>
    public static string Normal(string path)
    {
        var normal = new StringBuilder(path.Length);
        for (var i = 0; i < path.Length; i++)
        {
            if (path[i] == '%' && i + 2 < path.Length && char.IsAsciiHexDigit(path[i + 1]) && char.IsAsciiHexDigit(path[i + 2]))
            {
                var octet = (char)Convert.ToByte(path.Substring(i + 1, 2), 16);
                normal.Append(IsUnreserved(octet) ? $"{octet}" : Escaped(octet));
                i += 2;
            }
            else normal.Append(path[i] is > ' ' and < (char)127 ? $"{path[i]}" : Escaped(path[i]));
        }
        return normal.ToString();
    }

    static bool IsUnreserved(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '~';

    static string Escaped(char octet) => $"%{(int)octet:X2}";
}
