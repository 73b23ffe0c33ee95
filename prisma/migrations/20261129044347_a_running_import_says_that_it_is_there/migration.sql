-- AlterTable
ALTER TABLE "ImportBatch" ADD COLUMN "aliveAt" TEXT;
