using ReportHarvester.Tests.Store;

namespace ReportHarvester.Tests.Harvest.Provinces;

/// <summary>A test on a disk that is full; skipped, with that word, where neither a small one can be mounted nor writes be made to fail with strace.</summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class FullDiskFactAttribute : FactAttribute
{
    public FullDiskFactAttribute()
    {
        if (!SmallDisk.Possible && !StraceTheoryAttribute.Works) Skip = "Neither may a small disk be mounted here nor strace trace: full disks are not tried.";
    }
}
