using System.Text;
using ReportHarvester.Publisher.Pdf.Raw;

namespace ReportHarvester.Publisher.Pdf.Drawing;

/// <summary>A ring with a star in it, 42 mm wide as the rules for seals of offices have it.</summary>
static class RedStamp
{
    public const string Name = "Stamp";
    const double Radius = 59.5;
    const double Ring = 3.4;

    /// <summary>Pixels of the picture along a side.</summary>
    const int Pixels = 160;

    public static void Put(Layer layer, Stamp kind, double x, double y)
    {
        if (kind == Stamp.Picture)
            layer.Add($"q {layer.Long(2 * Radius)} 0 0 {layer.Long(2 * Radius)} {layer.At(x - Radius, y + Radius)} cm /{Name} Do Q");
        else if (kind == Stamp.Curves)
            layer.Add("q /Ink gs 1 0 0 RG 1 0 0 rg "
                + $"{layer.Long(Ring)} w {Circle(layer, x, y, Radius - Ring / 2)} S {Star(layer, x, y)} f Q");
    }

    /// <summary>An image with a mask, so that what lies under it is seen.</summary>
    public static int Picture(PdfObjects objects)
    {
        var mask = Enumerable.Range(0, Pixels * Pixels).Select(i => Inked(i % Pixels, i / Pixels) ? (byte)180 : (byte)0).ToArray();
        var image = $"/Type /XObject /Subtype /Image /Width {Pixels} /Height {Pixels} /BitsPerComponent 8";
        var alpha = objects.AddStream(mask, $"{image} /ColorSpace /DeviceGray");
        byte[] red = [.. mask.SelectMany(_ => new byte[] { 230, 0, 0 })];
        return objects.AddStream(red, $"{image} /ColorSpace /DeviceRGB /SMask {alpha} 0 R");
    }

    static bool Inked(int column, int row)
    {
        var (x, y) = ((column + 0.5) / Pixels * 2 - 1, (row + 0.5) / Pixels * 2 - 1);
        var from = Math.Sqrt(x * x + y * y);
        var crossed = Enumerable.Range(0, 10).Count(i => Left(Corner(i), Corner(i + 1), x * Radius, y * Radius));
        return from is > 0.94 and < 1 || crossed % 2 == 1;
    }

    /// <summary>Whether a ray to the left crosses a side.</summary>
    static bool Left((double X, double Y) a, (double X, double Y) b, double x, double y) =>
        a.Y > y != b.Y > y && x > (b.X - a.X) * (y - a.Y) / (b.Y - a.Y) + a.X;

    static (double X, double Y) Corner(int i)
    {
        var (length, angle) = (i % 2 == 0 ? Radius * 0.4 : Radius * 0.153, Math.PI * i / 5);
        return (length * Math.Sin(angle), -length * Math.Cos(angle));
    }

    static string Star(Layer layer, double x, double y)
    {
        var corners = Enumerable.Range(0, 10).Select(Corner).Select((c, i) => $"{layer.At(x + c.X, y + c.Y)} {(i == 0 ? "m" : "l")}");
        return string.Join(' ', corners) + " h";
    }

    /// <summary>Four curves; 0.5523 makes a quarter of a circle.</summary>
    static string Circle(Layer layer, double x, double y, double radius)
    {
        var path = new StringBuilder($"{layer.At(x + radius, y)} m");
        for (var i = 0; i < 4; i++)
        {
            var (cos, sin) = (Math.Cos(Math.PI / 2 * i), Math.Sin(Math.PI / 2 * i));
            string On(double u, double v) => " " + layer.At(x + radius * (u * cos - v * sin), y + radius * (u * sin + v * cos));
            path.Append(On(1, 0.5523)).Append(On(0.5523, 1)).Append(On(0, 1)).Append(" c");
        }
        return path.ToString();
    }
}
