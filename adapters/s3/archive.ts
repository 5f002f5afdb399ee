import { GetObjectCommand, ListObjectsV2Command, NoSuchKey, PutObjectCommand, S3Client, type S3ClientConfig } from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { NotFound } from '../../domain/faults.ts';
import type { Archive } from '../../usecases/ports.ts';

export const s3Archive = (bucket: string, config: S3ClientConfig = {}): Archive => {
  const client = new S3Client(config);
  const get = async (Key: string): Promise<Uint8Array> => {
    try {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key }));
      if (!Body) throw new NotFound(`Die Datei ${Key} ist leer.`);
      return await Body.transformToByteArray();
    } catch (error) { throw error instanceof NoSuchKey ? new NotFound(`Es gibt keine Datei ${Key}.`) : error; }
  };
  return {
    get,
    // Asked by listing: without the right to list, S3 answers a missing object like a forbidden one.
    find: async (Key) => ((await client.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: Key, MaxKeys: 1 }))).Contents?.[0]?.Key === Key ? get(Key) : null),
    put: async (Key, Body, ContentType) => { await client.send(new PutObjectCommand({ Bucket: bucket, Key, Body, ContentType })); },
  };
};

/** At most this many bytes in one Übergabeliste. */
export const UPLOAD_LIMIT = 50 * 1024 * 1024;
/** At most this many bytes in an invoice. */
const INVOICE_LIMIT = 5 * 1024 * 1024;
/** A permission to upload one file to one key for ten minutes; only a POST policy can cap the size. */
export const s3Uploads = (bucket: string, config: S3ClientConfig = {}) => {
  const client = new S3Client(config);
  const permit = (key: string, type: string, limit: number): Promise<{ url: string; fields: Record<string, string> }> =>
    createPresignedPost(client, { Bucket: bucket, Key: key, Expires: 600, Conditions: [['content-length-range', 1, limit], ['eq', '$Content-Type', type]], Fields: { 'Content-Type': type } });
  return { list: (key: string) => permit(key, 'text/csv', UPLOAD_LIMIT), invoice: (key: string) => permit(key, 'application/pdf', INVOICE_LIMIT) };
};
