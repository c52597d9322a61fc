import { Injectable } from '@nestjs/common';
import { conditionsFallenDue, Database, dueWasRaised } from '#persistence';
import { Clock } from '#platform';
import { CaseDesk } from '../desk/case-desk.js';
import { londonDate } from '../desk/london-date.js';

/**
 * Tells the owners of conditions that fell due. Each condition leaves one event and its emails once, however often
 * and by however many workers this is run.
 */
@Injectable()
export class DueConditionsService {
  constructor(
    private readonly desk: CaseDesk,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @returns how many conditions were found to have fallen due */
  async raiseDue(): Promise<number> {
    const today = londonDate(this.clock.now());
    let raised = 0;
    for (const { reference, conditionId } of await conditionsFallenDue(this.database, today)) {
      const written = await this.desk.note(reference, async (record) => {
        const condition = record.conditions.find((candidate) => candidate.id === conditionId);
        if (condition?.status !== 'open' || condition.dueOn > today) return null;
        if (await dueWasRaised(this.database, record.id, conditionId)) return null;
        return {
          type: 'condition-due',
          payload: { conditionId, dueOn: condition.dueOn },
          toState: record.state,
          notice: { conditionText: condition.text, dueOn: condition.dueOn, conditions: [condition] },
        };
      });
      if (written) raised += 1;
    }
    return raised;
  }
}
