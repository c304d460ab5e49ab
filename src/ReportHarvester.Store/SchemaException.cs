namespace ReportHarvester.Store;

/// <summary>The database was written by a newer program, or by an older one and cannot be brought up to date here.</summary>
public sealed class SchemaException(string message) : Exception(message);
