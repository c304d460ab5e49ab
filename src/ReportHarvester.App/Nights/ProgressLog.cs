using Microsoft.Extensions.Logging;

namespace ReportHarvester.App;

/// <summary>Tells the steps of a run to the log: what a person may want to look at, and the rest only where details are asked for.</summary>
sealed partial class ProgressLog(ILogger<HarvestRun> log, HarvestMetrics metrics) : IProgress<HarvestEvent>
{
    public void Report(HarvestEvent value)
    {
        metrics.Count(value.Step);
        var level = Level(value.Step);
        if (log.IsEnabled(level)) Step(level, value.Step, value.Source, value.Subject, value.Detail);
    }

    static LogLevel Level(HarvestStep step) => step switch
    {
        HarvestStep.Failed => LogLevel.Error,
        HarvestStep.Unexpected => LogLevel.Warning,
        HarvestStep.Source or HarvestStep.Refused or HarvestStep.Stopped => LogLevel.Information,
        _ => LogLevel.Debug,
    };

    [LoggerMessage(EventId = 10, Message = "{Step} {Source} {Subject} {Detail}")]
    partial void Step(LogLevel level, HarvestStep step, string source, string subject, string detail);
}
