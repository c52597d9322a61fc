-- A third form of exports: a CSV that people read in a spreadsheet.
ALTER TABLE "export_receipt" DROP CONSTRAINT "export_receipt_format_check";
ALTER TABLE "export_receipt" ADD CONSTRAINT "export_receipt_format_check"
  CHECK ("format" IN ('csv', 'spreadsheet', 'jsonl'));
