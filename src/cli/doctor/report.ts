import { styleText } from 'node:util';
import type { Finding, Outcome } from '../../server/doctor/finding';
import { VERSION } from '../../server/version';

type Style = Parameters<typeof styleText>[0];
const MARKS: Record<Outcome, { mark: string; style: Style }> = {
  ok: { mark: '  ok  ', style: 'green' },
  warn: { mark: ' warn ', style: 'yellow' },
  fail: { mark: ' FAIL ', style: 'red' },
  skipped: { mark: '  --  ', style: 'dim' },
};

/** The report for people: a line a finding, under each that needs somebody its one fix. */
export function toLines(findings: Finding[], colours: boolean): string[] {
  const painted = (style: Style, text: string) =>
    colours ? styleText(style, text, { validateStream: false }) : text;
  const lines = findings.flatMap((finding) => {
    const { mark, style } = MARKS[finding.outcome];
    const about = finding.about === null ? '' : ` ${finding.about}`;
    const line = `${painted(style, mark)} ${finding.title}${about}: ${finding.found}`;
    if (finding.fix === null) return [line];
    return [line, `       → ${painted('bold', finding.fix)}`, `       More: docs/doctor.md#${finding.check}`];
  });
  return [...lines, '', verdict(findings)];
}

function verdict(findings: Finding[]): string {
  const { fail, warn } = countsOf(findings);
  if (fail > 0) return `${fail} of ${findings.length} need you.`;
  return warn > 0
    ? `All is well; ${warn} ${warn === 1 ? 'line is' : 'lines are'} worth reading.`
    : 'All is well.';
}

/** The report for machines. Fields are added and never renamed. */
export function toJson(findings: Finding[], now: number): string {
  const counts = countsOf(findings);
  const report = {
    version: VERSION,
    at: new Date(now).toISOString(),
    ok: counts.fail === 0,
    counts,
    findings,
  };
  return JSON.stringify(report, null, 2);
}

function countsOf(findings: Finding[]): Record<Outcome, number> {
  const count = (outcome: Outcome) => findings.filter((finding) => finding.outcome === outcome).length;
  return { ok: count('ok'), warn: count('warn'), fail: count('fail'), skipped: count('skipped') };
}
