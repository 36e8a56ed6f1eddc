import type { Metrics } from '../lib/metrics.ts';
import type { JobName } from '../ports/jobs.ts';
import type { JobHandlers, JobRun } from './run-jobs.ts';

/** Counts and times every run of a job; the series of each are there before its first run. */
export function countJobs(metrics: Metrics, handlers: JobHandlers): (job: JobName, run: JobRun) => void {
  for (const job of Object.keys(handlers)) {
    metrics.jobs.inc({ job, outcome: 'done' }, 0);
    metrics.jobs.inc({ job, outcome: 'failed' }, 0);
    metrics.jobSeconds.zero({ job });
  }
  return (job, { outcome, durationMs }) => {
    metrics.jobs.inc({ job, outcome });
    metrics.jobSeconds.observe({ job }, durationMs / 1000);
  };
}
