import { GetObjectCommand, NoSuchKey, PutObjectCommand, S3Client, type S3ClientConfig } from '@aws-sdk/client-s3';
import { createPresignedPost } from '@aws-sdk/s3-presigned-post';
import { NotFound } from '../../domain/faults.ts';
import type { Archive } from '../../usecases/ports.ts';

export const s3Archive = (bucket: string, config: S3ClientConfig = {}): Archive => {
  const client = new S3Client(config);
  return {
    put: async (Key, Body, ContentType) => { await client.send(new PutObjectCommand({ Bucket: bucket, Key, Body, ContentType })); },
    get: async (Key) => {
      try {
        const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key }));
        if (!Body) throw new NotFound(`Die Datei ${Key} ist leer.`);
        return await Body.transformToByteArray();
      } catch (error) { throw error instanceof NoSuchKey ? new NotFound(`Es gibt keine Datei ${Key}.`) : error; }
    },
  };
};

/** At most this many bytes in one Übergabeliste. */
export const UPLOAD_LIMIT = 50 * 1024 * 1024;
/** A permission to upload one file to one key for ten minutes; only a POST policy can cap the size. */
export const s3Uploads = (bucket: string, config: S3ClientConfig = {}) => {
  const client = new S3Client(config);
  return { permit: (key: string): Promise<{ url: string; fields: Record<string, string> }> => createPresignedPost(client, { Bucket: bucket, Key: key, Expires: 600, Conditions: [['content-length-range', 1, UPLOAD_LIMIT], ['eq', '$Content-Type', 'text/csv']], Fields: { 'Content-Type': 'text/csv' } }) };
};
