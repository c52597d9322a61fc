import { unavailable, type Config } from '#platform';
import { FolderStore } from './folder-store.js';
import { ObjectStore } from './object-store.js';

/** Where attachments are off: nothing is kept and nothing is there. */
class NoStore extends ObjectStore {
  override put(): Promise<never> {
    return Promise.reject(unavailable('Files cannot be attached here: no storage is set up for them'));
  }

  override get(): Promise<never> {
    return Promise.reject(unavailable('Attached files cannot be had: no storage is set up for them'));
  }

  override destroy(): Promise<void> {
    return Promise.resolve();
  }

  override async *list(): AsyncIterable<never> {
    // There is nothing to tell.
  }

  override check(): Promise<void> {
    return Promise.resolve();
  }
}

/** The store the configuration names. */
export async function chooseObjectStore(config: Config): Promise<ObjectStore> {
  switch (config.attachmentStorage) {
    case 'off':
      return new NoStore();
    case 'folder':
      return new FolderStore(config.attachmentDirectory ?? '');
    case 's3': {
      // eslint-disable-next-line no-restricted-syntax -- what speaks S3 is large, and read only where it is wanted
      const { S3Store } = await import('./s3-store.js');
      return new S3Store({
        bucket: config.s3Bucket ?? '',
        region: config.s3Region,
        endpoint: config.s3Endpoint,
        credentials:
          config.s3AccessKeyId === null || config.s3SecretAccessKey === null
            ? null
            : { accessKeyId: config.s3AccessKeyId, secretAccessKey: config.s3SecretAccessKey },
        encryption: config.s3Encryption === 'none' ? null : config.s3Encryption,
        kmsKeyId: config.s3KmsKeyId,
      });
    }
  }
}
