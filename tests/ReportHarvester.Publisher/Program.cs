using System.CommandLine;
using ReportHarvester.Publisher.Fixtures;
using ReportHarvester.Publisher.Layouts;
using ReportHarvester.Publisher.Pdf;

var directory = new Argument<string>("DIR");
var drawn = new Command("drawn", "writes one report in every way of drawing it") { directory };
drawn.SetAction((given, cancel) => DrawnSamples.Write(given.GetValue(directory)!, cancel));
// @FILE is the command's own: a list of traits or figures, not of arguments.
return await new RootCommand("The publishing world in small: writes reports in many layouts, and bureau sites.")
{
    FixturesCommand.Command(), PrintCommand.Command(), drawn,
}.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null }).InvokeAsync();
