import type { ListReader } from '../../domain/intake/list.ts';
import { openWorkbook } from './xlsx/open.ts';
import { isZip, refuseOtherKinds } from './kinds.ts';
import { openCsv } from './csv/open.ts';
import { peek } from './pieces.ts';

/**
 * Übergabelisten in every form we take: CSV of any dialect, Excel workbooks (docs/hand-over.md). What a file is, its
 * first bytes say, not its name.
 */
export const lists: ListReader = {
  open: async (bytes) => {
    const { head, all, close } = await peek(bytes);
    try {
      if (isZip(head)) return await openWorkbook(all);
      refuseOtherKinds(head);
      return await openCsv(all);
    } catch (error) {
      await close();
      throw error;
    }
  },
};
