import { Injectable } from '@nestjs/common';
import { conditionsFallenDue, Database, dueWasRaised } from '#persistence';
import { AppLogger, Clock } from '#platform';
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
    private readonly logger: AppLogger,
  ) {}

  /** @returns how many conditions were found to have fallen due */
  async raiseDue(): Promise<number> {
    const today = londonDate(this.clock.now());
    let raised = 0;
    for (const { reference, conditionId } of await conditionsFallenDue(this.database, today)) {
      try {
        if (await this.raise(reference, conditionId, today)) raised += 1;
      } catch (error) {
        // One case that cannot be written must not keep the owners of all the others waiting.
        this.logger.error({ reference, conditionId, error }, 'A condition that fell due could not be raised');
      }
    }
    return raised;
  }
  private raise(reference: string, conditionId: string, today: string): Promise<boolean> {
    return this.desk.note(reference, async (record) => {
      const condition = record.conditions.find((candidate) => candidate.id === conditionId);
      if (condition?.status !== 'open' || condition.dueOn > today) return null;
      if (condition.decisionId !== record.decision?.id) return null;
      if (await dueWasRaised(this.database, record.id, conditionId)) return null;
      return {
        type: 'condition-due',
        payload: { conditionId, dueOn: condition.dueOn },
        toState: record.state,
        notice: { conditionText: condition.text, dueOn: condition.dueOn, conditions: [condition] },
      };
    });
  }
}
