namespace ReportHarvester.Store;

/// <summary>统一社会信用代码 after GB 32100-2015: 17 characters and one that checks them.</summary>
public static class CreditCode
{
    const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    /// <summary>What is wrong with a code; null if nothing is.</summary>
    public static string? Objection(string code)
    {
        if (code.Length != 18) return $"has {code.Length} characters, not 18";
        if (code.FirstOrDefault(c => !Alphabet.Contains(c)) is not '\0' and var stranger) return $"has {stranger}, which no code has";
        var expected = Alphabet[(31 - Sum(code.AsSpan(0, 17))) % 31];
        return code[17] == expected ? null : $"ends in {code[17]}, and its check digit is {expected}";
    }

    // Weights are the powers of 3 modulo 31.
    static int Sum(ReadOnlySpan<char> code)
    {
        var (sum, weight) = (0, 1);
        foreach (var c in code)
        {
            sum += Alphabet.IndexOf(c) * weight;
            weight = weight * 3 % 31;
        }
        return sum % 31;
    }
}
