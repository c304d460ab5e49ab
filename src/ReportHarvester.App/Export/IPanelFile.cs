namespace ReportHarvester.App.Export;

/// <summary>A file of one table of the panel, written row by row.</summary>
interface IPanelFile : IAsyncDisposable
{
    /// <param name="row">In the order of the table's columns.</param>
    ValueTask Add(object?[] row);
}
