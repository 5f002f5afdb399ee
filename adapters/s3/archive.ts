import { Readable } from 'node:stream';
import {
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  S3Client,
  type S3ClientConfig,
} from '@aws-sdk/client-s3';
import { Upload as MultipartUpload } from '@aws-sdk/lib-storage';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import { NotFound } from '../../domain/faults.ts';
import type { Archive } from '../../usecases/ports/archive.ts';
import { AWS_CLIENT, saysWhatPasses, translated } from '../transient.ts';

const bytesOf = async function* (content: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const text of content) yield encoder.encode(text);
};

type Bucket = Readonly<{ client: S3Client; name: string }>;
const noFile = (key: string): NotFound => new NotFound(`Es gibt keine Datei ${key}.`);
const isEmpty = (key: string): NotFound => new NotFound(`Die Datei ${key} ist leer.`);

const readWhole = async ({ client, name }: Bucket, Key: string): Promise<Uint8Array> => {
  try {
    const { Body } = await client.send(new GetObjectCommand({ Bucket: name, Key }));
    if (!Body) throw isEmpty(Key);
    return await Body.transformToByteArray();
  } catch (error) {
    // A line may also break while the file is on its way, after the call itself has been answered.
    throw error instanceof NoSuchKey ? noFile(Key) : translated(error);
  }
};

/** The bytes as they come: a file of any length needs no memory for the whole of it. */
const readAsItComes = async (
  { client, name }: Bucket,
  Key: string,
): Promise<Readonly<{ size: number; bytes: AsyncIterable<Uint8Array> }>> => {
  try {
    const { Body, ContentLength } = await client.send(new GetObjectCommand({ Bucket: name, Key }));
    if (!(Body instanceof Readable)) throw isEmpty(Key);
    // A cast: a stream without an encoding gives bytes.
    return { size: ContentLength ?? 0, bytes: Body as AsyncIterable<Uint8Array> };
  } catch (error) {
    throw error instanceof NoSuchKey ? noFile(Key) : error;
  }
};

/** Asked by listing: without the right to list, S3 answers a missing object like a forbidden one. */
const isThere = async ({ client, name }: Bucket, Key: string): Promise<boolean> => {
  const { Contents } = await client.send(new ListObjectsV2Command({ Bucket: name, Prefix: Key, MaxKeys: 1 }));
  return Contents?.[0]?.Key === Key;
};

export const s3Archive = (name: string, config: S3ClientConfig = {}): Archive => {
  const client = new S3Client({ ...AWS_CLIENT, ...config });
  saysWhatPasses(client);
  const bucket = { client, name };
  return {
    get: (key) => readWhole(bucket, key),
    find: async (key) => ((await isThere(bucket, key)) ? readWhole(bucket, key) : null),
    open: (key) => readAsItComes(bucket, key),
    // In parts of 5 MB: a report of any length needs no more memory than that. What is left of a killed try, the bucket
    // clears away.
    write: async (Key, content, ContentType) => {
      await new MultipartUpload({
        client,
        params: { Bucket: name, Key, Body: Readable.from(bytesOf(content)), ContentType },
        queueSize: 1,
        leavePartsOnError: true,
      }).done();
    },
    put: async (Key, Body, ContentType) => {
      await client.send(new PutObjectCommand({ Bucket: name, Key, Body, ContentType }));
    },
  };
};

/** At most this many bytes in one Übergabeliste: a million rows, written generously; a workbook is compressed. */
export const UPLOAD_LIMITS = { csv: 512 * 1024 * 1024, xlsx: 20 * 1024 * 1024 } as const;
const TYPES = { csv: 'text/csv', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' } as const;
/** At most this many bytes in an invoice. */
const INVOICE_LIMIT = 5 * 1024 * 1024;
/** A permission to upload one file to one key for ten minutes; only a POST policy can cap the size. */
export const s3Uploads = (bucket: string, config: S3ClientConfig = {}) => {
  const client = new S3Client({ ...AWS_CLIENT, ...config });
  saysWhatPasses(client);
  const permit = (key: string, type: string, limit: number): Promise<{ url: string; fields: Record<string, string> }> =>
    createPresignedPost(client, {
      Bucket: bucket,
      Key: key,
      Expires: 600,
      Conditions: [
        ['content-length-range', 1, limit],
        ['eq', '$Content-Type', type],
      ],
      Fields: { 'Content-Type': type },
    });
  return {
    list: (key: string, format: keyof typeof TYPES = 'csv') => permit(key, TYPES[format], UPLOAD_LIMITS[format]),
    invoice: (key: string) => permit(key, 'application/pdf', INVOICE_LIMIT),
  };
};

/** An address under which one file can be read for ten minutes, by whoever has it. */
export const s3Downloads = (bucket: string, config: S3ClientConfig = {}) => {
  const client = new S3Client({ ...AWS_CLIENT, ...config });
  saysWhatPasses(client);
  return {
    of: (key: string): Promise<string> =>
      getSignedUrl(client, new GetObjectCommand({ Bucket: bucket, Key: key }), { expiresIn: 600 }),
  };
};
