using System.Text;
using ReportHarvester.Publisher.Pdf.Raw;

namespace ReportHarvester.Publisher.Pdf.Drawing;

/// <summary>
/// Content that is placed as one; takes points with y counting downward from the top of a page of a given height. All of it can be one
/// text object, in which each line starts at a step from the last.
/// </summary>
sealed class Layer(double height, Placing placing, bool oneText = false)
{
    readonly StringBuilder content = new();

    /// <summary>Content is drawn this much larger than it comes out.</summary>
    readonly double scale = placing switch { Placing.Scaled => 1 / 0.24, Placing.Form => 2, _ => 1 };

    (double X, double Y) last = (0, height);

    public double Height => height;

    public void Add(string operators) => content.Append(operators).Append('\n');

    public string At(double x, double y) => Digits.Of(x * scale, (height - y) * scale);

    public string Long(double length) => Digits.Of(length * scale);

    public string Step(double x, double y)
    {
        var step = Digits.Of(Exact(x * scale) - Exact(last.X * scale), Exact((height - y) * scale) - Exact((height - last.Y) * scale));
        last = (x, y);
        return step;
    }

    /// <summary>Steps add up only if each is rounded as the places are.</summary>
    static double Exact(double value) => Math.Round(value, 3);

    /// <summary>The operators that show the layer; forms become objects, and resources of the name that is given.</summary>
    public string Placed(PdfObjects objects, Dictionary<string, int> forms, int resources)
    {
        if (content.Length == 0)
            return "";
        var operators = oneText ? $"BT\n{content}ET\n" : content.ToString();
        var own = $"/Resources {resources} 0 R";
        string Form(string text, string entries)
        {
            forms[$"X{forms.Count}"] = objects.AddStream(
                Encoding.Latin1.GetBytes(text), $"/Type /XObject /Subtype /Form /BBox [-3000 -3000 6000 6000] {entries}");
            return $"q /X{forms.Count - 1} Do Q\n";
        }
        return placing switch
        {
            Placing.Scaled => $"q 0.24 0 0 0.24 0 0 cm\n{operators}Q\n",
            Placing.Form => Form(operators, $"/Matrix [0.5 0 0 0.5 0 0] {own}"),
            // The inner form takes fonts from the page, as old files do (ISO 32000-1, 7.8.3); the three shifts add up to none.
            Placing.NestedForm =>
                Form($"1 0 0 1 40 30 cm {Form(operators, "/Matrix [1 0 0 1 -30 -10]")}", $"/Matrix [1 0 0 1 -10 -20] {own}"),
            _ => $"q\n{operators}Q\n",
        };
    }
}
