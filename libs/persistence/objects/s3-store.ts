import type { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadBucketCommand,
  NoSuchKey,
  paginateListObjectsV2,
  S3Client,
  type ServerSideEncryption,
} from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import {
  demandObjectId,
  isObjectId,
  NoSuchObjectError,
  ObjectStore,
  type KeptObject,
} from './object-store.js';

/** Where S3, or what speaks its language, is. */
export interface S3Settings {
  readonly bucket: string;
  readonly region: string;
  /** `null` for Amazon's own. */
  readonly endpoint: string | null;
  /** `null` for those of the surroundings: a role of the machine or the container. */
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string } | null;
  /** How it is encrypted where it lies; `null` leaves that to the bucket. */
  readonly encryption: 'AES256' | 'aws:kms' | null;
  /** Key of `aws:kms`; `null` for the bucket's own. */
  readonly kmsKeyId: string | null;
}

/** What everything kept begins with, so that a bucket can hold other things too. */
const PREFIX = 'attachments/';
/** Bytes held in memory at most while something is sent, in two parts of the smallest size S3 takes. */
const PART_BYTES = 5 * 1_048_576;
const PARTS_AT_ONCE = 2;

/** Keeps files in a bucket of S3 or of what speaks its language. Nothing is ever made public: no ACL is set. */
export class S3Store extends ObjectStore {
  private readonly client: S3Client;

  constructor(private readonly settings: S3Settings) {
    super();
    const { region, endpoint, credentials } = settings;
    this.client = new S3Client({
      region,
      ...(endpoint === null ? {} : { endpoint, forcePathStyle: true }),
      ...(credentials === null ? {} : { credentials }),
      // Checksums of its own in every request are not understood by all that speaks S3; ours are in the database.
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    });
  }

  override async put(id: string, content: Readable): Promise<void> {
    demandObjectId(id);
    const { encryption, kmsKeyId } = this.settings;
    const upload = new Upload({
      client: this.client,
      params: {
        ...this.placeOf(id),
        Body: content,
        ContentType: 'application/octet-stream',
        ...(encryption === null ? {} : { ServerSideEncryption: encryption satisfies ServerSideEncryption }),
        ...(kmsKeyId === null ? {} : { SSEKMSKeyId: kmsKeyId }),
      },
      partSize: PART_BYTES,
      queueSize: PARTS_AT_ONCE,
      leavePartsOnError: false,
    });
    // What breaks the stream is the reason; that the upload was ended because of it is not.
    let cause: unknown;
    content.once('error', (error) => {
      cause = error;
    });
    try {
      await upload.done();
    } catch (error) {
      content.destroy();
      await this.destroy(id).catch(() => undefined);
      throw cause ?? error;
    }
  }

  override async get(id: string): Promise<Readable> {
    demandObjectId(id);
    try {
      const { Body } = await this.client.send(new GetObjectCommand(this.placeOf(id)));
      return Body as Readable;
    } catch (error) {
      if (error instanceof NoSuchKey) throw new NoSuchObjectError(id);
      throw error;
    }
  }

  override async destroy(id: string): Promise<void> {
    demandObjectId(id);
    await this.client.send(new DeleteObjectCommand(this.placeOf(id)));
  }

  override async *list(): AsyncIterable<KeptObject> {
    const { bucket } = this.settings;
    for await (const page of paginateListObjectsV2(
      { client: this.client },
      { Bucket: bucket, Prefix: PREFIX },
    ))
      for (const { Key = '', LastModified } of page.Contents ?? []) {
        const id = Key.slice(PREFIX.length);
        if (isObjectId(id) && LastModified !== undefined) yield { id, keptAt: LastModified };
      }
  }

  override async check(): Promise<void> {
    await this.client.send(new HeadBucketCommand({ Bucket: this.settings.bucket }));
  }

  private placeOf(id: string): { readonly Bucket: string; readonly Key: string } {
    return { Bucket: this.settings.bucket, Key: `${PREFIX}${id}` };
  }
}
