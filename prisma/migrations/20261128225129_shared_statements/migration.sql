-- DropIndex
DROP INDEX "ResolvedCode_variableKey_code_idx";

-- CreateIndex
CREATE INDEX "ResolvedCode_variableKey_code_coders_idx" ON "ResolvedCode"("variableKey", "code", "coders");
