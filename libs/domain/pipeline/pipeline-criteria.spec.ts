import { PIPELINE_SHOW_NAMES, PIPELINE_SHOWS, pipelineDays } from './pipeline-criteria.js';

const TODAY = '2026-11-26';
const ALL = { organisationId: null, period: null, show: 'all' } as const;

describe('criteria of a pipeline', () => {
  it('come to days of starting', () => {
    expect(pipelineDays(ALL, TODAY)).toEqual({ starts: null, until: null, extensions: false });
    expect(pipelineDays({ ...ALL, period: 'no-date', show: 'extensions' }, TODAY)).toEqual({
      starts: 'unknown',
      until: null,
      extensions: true,
    });
    expect(pipelineDays({ ...ALL, period: '2026-27-Q4', show: 'engage-now' }, TODAY)).toEqual({
      starts: { from: '2027-01-01', to: '2027-03-31' },
      until: '2027-02-26',
      extensions: false,
    });
  });

  it('have names', () => {
    expect(PIPELINE_SHOWS.map((show) => PIPELINE_SHOW_NAMES[show])).not.toContain('');
  });
});
