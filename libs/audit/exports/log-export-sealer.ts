import { Injectable } from '@nestjs/common';
import { originOf, signNote } from '#domain';
import { LogKeys } from '../sealing/log-keys.js';
import { SealingService } from '../sealing/sealing-service.js';
import { ExportSealer, type ExportSeal } from './export-sealer.js';

/** First line of a signed receipt; a change of its form gets another. */
const RECEIPT_FORM = 'spend-control-export/1';

/**
 * Signs the receipt of an export with the key of the decision log, together with the checkpoint of a log that holds
 * every event the export rests on: whatever was committed when it was read is sealed before.
 */
@Injectable()
export class LogExportSealer extends ExportSealer {
  constructor(
    private readonly sealing: SealingService,
    private readonly keys: LogKeys,
  ) {
    super();
  }

  override async seal(lines: readonly string[]): Promise<ExportSeal | null> {
    // A service without a key runs on one machine, for tests; the programs of a deployment do not start without.
    if (this.keys.signing.length === 0) return null;
    await this.sealing.seal();
    const checkpoint = await this.sealing.latest();
    if (checkpoint === null) return null;
    const root = checkpoint.root.toString('base64');
    const text = [
      RECEIPT_FORM,
      ...lines,
      `checkpoint ${originOf(this.keys.origin, checkpoint.treeHash)} ${String(checkpoint.size)} ${root}`,
    ];
    return {
      checkpointSize: checkpoint.size,
      root,
      note: signNote(`${text.join('\n')}\n`, this.keys.signing),
    };
  }
}
