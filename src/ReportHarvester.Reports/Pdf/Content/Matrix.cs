namespace ReportHarvester.Reports.Pdf.Content;

/// <summary>A transformation of the plane, written as PDF does (ISO 32000-1, 8.3.3): x' = A x + C y + E, y' = B x + D y + F.</summary>
readonly record struct Matrix(double A, double B, double C, double D, double E, double F)
{
    public static Matrix Identity { get; } = new(1, 0, 0, 1, 0, 0);

    public static Matrix Move(double x, double y) => new(1, 0, 0, 1, x, y);

    /// <summary>First this, then the other.</summary>
    public Matrix Then(in Matrix next) => new(
        A * next.A + B * next.C, A * next.B + B * next.D,
        C * next.A + D * next.C, C * next.B + D * next.D,
        E * next.A + F * next.C + next.E, E * next.B + F * next.D + next.F);

    /// <summary>First a move, then this.</summary>
    public Matrix After(double x, double y) => this with { E = A * x + C * y + E, F = B * x + D * y + F };

    public (double X, double Y) Apply(double x, double y) => (A * x + C * y + E, B * x + D * y + F);
}
