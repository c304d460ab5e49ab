namespace ReportHarvester.Reports.Pdf.Content;

/// <summary>The names of the operators (ISO 32000-1, annex A), each as one number.</summary>
static class Op
{
    /// <summary>The number of a name; of one that is longer than all operators -1.</summary>
    public static int Of(ReadOnlySpan<byte> name) => name switch
    {
        [var a] => a,
        [var a, var b] => a | b << 8,
        [var a, var b, var c] => a | b << 8 | c << 16,
        _ => -1,
    };

#pragma warning disable IDE1006, CA1707, SA1300 // They are called what PDF calls them.
    public const int BT = 'B' | 'T' << 8, ET = 'E' | 'T' << 8, Tm = 'T' | 'm' << 8, Td = 'T' | 'd' << 8, TD = 'T' | 'D' << 8, TStar = 'T' | '*' << 8,
        Tj = 'T' | 'j' << 8, TJ = 'T' | 'J' << 8, Quote = '\'', DoubleQuote = '"', Tf = 'T' | 'f' << 8, Tc = 'T' | 'c' << 8, Tw = 'T' | 'w' << 8,
        Tz = 'T' | 'z' << 8, TL = 'T' | 'L' << 8, Ts = 'T' | 's' << 8, Tr = 'T' | 'r' << 8;

    public const int m = 'm', l = 'l', c = 'c', v = 'v', y = 'y', h = 'h', re = 'r' | 'e' << 8, W = 'W', WStar = 'W' | '*' << 8, n = 'n', S = 'S',
        s = 's', f = 'f', F = 'F', fStar = 'f' | '*' << 8, B = 'B', BStar = 'B' | '*' << 8, b = 'b', bStar = 'b' | '*' << 8;

    public const int g = 'g', rg = 'r' | 'g' << 8, k = 'k', G = 'G', RG = 'R' | 'G' << 8, K = 'K', sc = 's' | 'c' << 8,
        scn = 's' | 'c' << 8 | 'n' << 16, SC = 'S' | 'C' << 8, SCN = 'S' | 'C' << 8 | 'N' << 16, cs = 'c' | 's' << 8, CS = 'C' | 'S' << 8;

    public const int q = 'q', Q = 'Q', cm = 'c' | 'm' << 8, gs = 'g' | 's' << 8, Do = 'D' | 'o' << 8, w = 'w', J = 'J', j = 'j', M = 'M', d = 'd',
        ri = 'r' | 'i' << 8, i = 'i', sh = 's' | 'h' << 8, BX = 'B' | 'X' << 8, EX = 'E' | 'X' << 8, BMC = 'B' | 'M' << 8 | 'C' << 16,
        BDC = 'B' | 'D' << 8 | 'C' << 16, EMC = 'E' | 'M' << 8 | 'C' << 16, MP = 'M' | 'P' << 8, DP = 'D' | 'P' << 8, BI = 'B' | 'I' << 8,
        ID = 'I' | 'D' << 8, EI = 'E' | 'I' << 8, d0 = 'd' | '0' << 8, d1 = 'd' | '1' << 8;
#pragma warning restore IDE1006, CA1707, SA1300
}
