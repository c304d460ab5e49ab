using System.CommandLine;
using ReportHarvester.Publisher.Fixtures;
using ReportHarvester.Publisher.Layouts;

return await new RootCommand("The publishing world in small: writes reports in many layouts, and bureau sites.")
{
    FixturesCommand.Command(), PrintCommand.Command(),
}.Parse(args).InvokeAsync();
