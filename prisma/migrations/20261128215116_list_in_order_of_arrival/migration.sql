-- DropIndex
DROP INDEX "Statement_eventId_status_createdAt_id_idx";

-- CreateIndex
CREATE INDEX "Statement_eventId_status_createdSeq_id_idx" ON "Statement"("eventId", "status", "createdSeq", "id");
