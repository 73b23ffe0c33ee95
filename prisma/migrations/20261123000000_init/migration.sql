-- CreateTable
CREATE TABLE "Event" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "slug" TEXT NOT NULL,
    "titleEn" TEXT NOT NULL,
    "titleAr" TEXT NOT NULL,
    "heldOn" TEXT NOT NULL,
    "descriptionEn" TEXT NOT NULL,
    "descriptionAr" TEXT NOT NULL,
    "createdAt" TEXT NOT NULL,
    "updatedAt" TEXT NOT NULL,
    CHECK ("heldOn" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
    CHECK (length("slug") > 0 AND "slug" NOT GLOB '*[^a-z0-9-]*')
) STRICT;

-- CreateTable
CREATE TABLE "Target" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "eventId" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "propositionEn" TEXT NOT NULL,
    "propositionAr" TEXT NOT NULL,
    "sortOrder" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "Target_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CHECK (length("slug") > 0 AND "slug" NOT GLOB '*[^a-z0-9_]*')
) STRICT;

-- CreateTable
CREATE TABLE "Camp" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "eventId" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "labelEn" TEXT NOT NULL,
    "labelAr" TEXT NOT NULL,
    "definitionEn" TEXT NOT NULL,
    "definitionAr" TEXT NOT NULL,
    "selfNamed" INTEGER NOT NULL DEFAULT 0,
    "role" TEXT NOT NULL DEFAULT 'compared',
    "sortOrder" INTEGER NOT NULL DEFAULT 0,
    "retired" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "Camp_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CHECK ("selfNamed" IN (0, 1)),
    CHECK ("role" IN ('compared', 'context')),
    CHECK ("retired" IN (0, 1)),
    CHECK (length("slug") > 0 AND "slug" NOT GLOB '*[^a-z0-9_]*' AND "slug" NOT IN ('disputed', 'uncoded'))
) STRICT;

-- CreateTable
CREATE TABLE "Source" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "outlet" TEXT,
    "title" TEXT,
    "url" TEXT,
    "publishedOn" TEXT,
    "language" TEXT,
    "archiveUrl" TEXT,
    "note" TEXT,
    "createdAt" TEXT NOT NULL,
    CHECK ("url" IS NULL OR "url" LIKE 'http://%' OR "url" LIKE 'https://%'),
    CHECK ("archiveUrl" IS NULL OR "archiveUrl" LIKE 'http://%' OR "archiveUrl" LIKE 'https://%'),
    CHECK ("publishedOn" IS NULL OR "publishedOn" GLOB '[0-9][0-9][0-9][0-9]' OR "publishedOn" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' OR "publishedOn" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]')
) STRICT;

-- CreateTable
CREATE TABLE "Speaker" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "displayName" TEXT,
    "pseudonym" TEXT,
    "kind" TEXT NOT NULL,
    "risk" TEXT NOT NULL,
    "note" TEXT,
    "createdAt" TEXT NOT NULL,
    CHECK ("kind" IN ('person', 'organisation', 'group', 'unknown')),
    CHECK ("risk" IN ('public_figure', 'ordinary', 'vulnerable', 'protected'))
) STRICT;

-- CreateTable
CREATE TABLE "Statement" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "eventId" TEXT NOT NULL,
    "sourceId" TEXT,
    "locator" TEXT,
    "speakerId" TEXT,
    "attribution" TEXT NOT NULL,
    "originalText" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "saidOn" TEXT,
    "saidOnPrecision" TEXT NOT NULL DEFAULT 'unknown',
    "contentHash" TEXT NOT NULL,
    "duplicateOfId" TEXT,
    "duplicateKind" TEXT,
    "duplicateSeq" INTEGER,
    "status" TEXT NOT NULL DEFAULT 'published',
    "importBatchId" TEXT,
    "externalId" TEXT,
    "createdAt" TEXT NOT NULL,
    "updatedAt" TEXT NOT NULL,
    "createdSeq" INTEGER NOT NULL,
    "changedSeq" INTEGER NOT NULL,
    CONSTRAINT "Statement_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Statement_sourceId_fkey" FOREIGN KEY ("sourceId") REFERENCES "Source" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Statement_speakerId_fkey" FOREIGN KEY ("speakerId") REFERENCES "Speaker" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Statement_duplicateOfId_fkey" FOREIGN KEY ("duplicateOfId") REFERENCES "Statement" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Statement_importBatchId_fkey" FOREIGN KEY ("importBatchId") REFERENCES "ImportBatch" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CHECK ("attribution" IN ('direct', 'reported', 'paraphrase', 'slogan')),
    CHECK (length("originalText") BETWEEN 1 AND 10000),
    CHECK (instr("originalText", char(0)) = 0),
    CHECK ("saidOnPrecision" IN ('day', 'month', 'year', 'unknown')),
    CHECK (("saidOn" IS NULL) = ("saidOnPrecision" = 'unknown')),
    CHECK ("saidOn" IS NULL OR "saidOn" GLOB '[0-9][0-9][0-9][0-9]' OR "saidOn" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]' OR "saidOn" GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'),
    CHECK ("duplicateKind" IS NULL OR "duplicateKind" IN ('repost', 'syndicated', 'quote')),
    CHECK (("duplicateOfId" IS NULL) = ("duplicateKind" IS NULL) AND ("duplicateOfId" IS NULL) = ("duplicateSeq" IS NULL)),
    CHECK ("duplicateOfId" IS NULL OR "duplicateOfId" <> "id"),
    CHECK ("status" IN ('draft', 'published', 'withheld', 'deleted')),
    CHECK (length("contentHash") = 64)
) STRICT;

-- CreateTable
CREATE TABLE "Translation" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "statementId" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "madeBy" TEXT NOT NULL,
    "createdAt" TEXT NOT NULL,
    "createdSeq" INTEGER NOT NULL,
    CONSTRAINT "Translation_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "Statement" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CHECK (length("text") BETWEEN 1 AND 20000),
    CHECK ("madeBy" IN ('human', 'machine', 'unknown'))
) STRICT;

-- CreateTable
CREATE TABLE "Slogan" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "eventId" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "canonical" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "gloss" TEXT,
    CONSTRAINT "Slogan_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
) STRICT;

-- CreateTable
CREATE TABLE "SloganUse" (
    "statementId" TEXT NOT NULL,
    "sloganId" TEXT NOT NULL,
    "variant" TEXT NOT NULL,
    "language" TEXT NOT NULL,

    PRIMARY KEY ("statementId", "sloganId"),
    CONSTRAINT "SloganUse_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "Statement" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "SloganUse_sloganId_fkey" FOREIGN KEY ("sloganId") REFERENCES "Slogan" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
) STRICT;

-- CreateTable
CREATE TABLE "Codebook" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "eventId" TEXT NOT NULL,
    CONSTRAINT "Codebook_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
) STRICT;

-- CreateTable
CREATE TABLE "CodebookVersion" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "codebookId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "note" TEXT,
    "publishedAt" TEXT,
    "createdAt" TEXT NOT NULL,
    CONSTRAINT "CodebookVersion_codebookId_fkey" FOREIGN KEY ("codebookId") REFERENCES "Codebook" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CHECK ("number" >= 1),
    CHECK ("status" IN ('draft', 'published'))
) STRICT;

-- CreateTable
CREATE TABLE "Variable" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "versionId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "targetId" TEXT,
    "level" TEXT NOT NULL,
    "labelEn" TEXT NOT NULL,
    "labelAr" TEXT NOT NULL,
    "questionEn" TEXT NOT NULL DEFAULT '',
    "questionAr" TEXT NOT NULL DEFAULT '',
    "sortOrder" INTEGER NOT NULL DEFAULT 0,
    "meaningSince" INTEGER NOT NULL,
    CONSTRAINT "Variable_versionId_fkey" FOREIGN KEY ("versionId") REFERENCES "CodebookVersion" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Variable_targetId_fkey" FOREIGN KEY ("targetId") REFERENCES "Target" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CHECK ("level" IN ('nominal', 'ordinal', 'interval'))
) STRICT;

-- CreateTable
CREATE TABLE "Code" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "variableId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "labelEn" TEXT NOT NULL,
    "labelAr" TEXT NOT NULL,
    "definitionEn" TEXT NOT NULL,
    "definitionAr" TEXT NOT NULL,
    "useWhenEn" TEXT NOT NULL DEFAULT '',
    "useWhenAr" TEXT NOT NULL DEFAULT '',
    "avoidWhenEn" TEXT NOT NULL DEFAULT '',
    "avoidWhenAr" TEXT NOT NULL DEFAULT '',
    "value" REAL,
    "examples" TEXT NOT NULL DEFAULT '[]',
    "counterExamples" TEXT NOT NULL DEFAULT '[]',
    "sortOrder" INTEGER NOT NULL DEFAULT 0,
    "supersededBy" TEXT,
    "meaningSince" INTEGER NOT NULL,
    CONSTRAINT "Code_variableId_fkey" FOREIGN KEY ("variableId") REFERENCES "Variable" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CHECK ("key" NOT IN ('disputed', 'uncoded')),
    CHECK (json_valid("examples")),
    CHECK (json_valid("counterExamples"))
) STRICT;

-- CreateTable
CREATE TABLE "Coder" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "pseudonym" TEXT NOT NULL,
    "active" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TEXT NOT NULL,
    CHECK ("active" IN (0, 1)),
    CHECK (length(trim("name")) > 0)
) STRICT;

-- CreateTable
CREATE TABLE "Coding" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "statementId" TEXT NOT NULL,
    "variableId" TEXT NOT NULL,
    "variableKey" TEXT NOT NULL,
    "codeId" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "coderId" TEXT NOT NULL,
    "round" INTEGER NOT NULL DEFAULT 1,
    "confidence" INTEGER,
    "rationale" TEXT,
    "createdAt" TEXT NOT NULL,
    "createdSeq" INTEGER NOT NULL,
    "withdrawnAt" TEXT,
    "withdrawnSeq" INTEGER,
    CONSTRAINT "Coding_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "Statement" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Coding_variableId_fkey" FOREIGN KEY ("variableId") REFERENCES "Variable" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Coding_codeId_fkey" FOREIGN KEY ("codeId") REFERENCES "Code" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Coding_coderId_fkey" FOREIGN KEY ("coderId") REFERENCES "Coder" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CHECK ("round" >= 1),
    CHECK ("confidence" IS NULL OR "confidence" BETWEEN 1 AND 3),
    CHECK (("withdrawnAt" IS NULL) = ("withdrawnSeq" IS NULL))
) STRICT;

-- CreateTable
CREATE TABLE "Adjudication" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "eventId" TEXT NOT NULL,
    "statementId" TEXT NOT NULL,
    "variableId" TEXT NOT NULL,
    "variableKey" TEXT NOT NULL,
    "codeId" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "basis" TEXT NOT NULL,
    "cause" TEXT,
    "note" TEXT,
    "coderId" TEXT NOT NULL,
    "createdAt" TEXT NOT NULL,
    "createdSeq" INTEGER NOT NULL,
    "reopenedAt" TEXT,
    "reopenedSeq" INTEGER,
    CONSTRAINT "Adjudication_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Adjudication_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "Statement" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Adjudication_variableId_fkey" FOREIGN KEY ("variableId") REFERENCES "Variable" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Adjudication_codeId_fkey" FOREIGN KEY ("codeId") REFERENCES "Code" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Adjudication_coderId_fkey" FOREIGN KEY ("coderId") REFERENCES "Coder" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CHECK ("basis" IN ('unanimous', 'majority', 'discussion', 'expert')),
    CHECK ("cause" IS NULL OR "cause" IN ('ambiguous_text', 'guideline_gap', 'slip', 'other')),
    CHECK (("reopenedAt" IS NULL) = ("reopenedSeq" IS NULL))
) STRICT;

-- CreateTable
CREATE TABLE "MachineScore" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "statementId" TEXT NOT NULL,
    "reads" TEXT NOT NULL,
    "translationId" TEXT,
    "language" TEXT NOT NULL,
    "scorer" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "score" REAL,
    "label" TEXT,
    "unsure" INTEGER NOT NULL DEFAULT 0,
    "reason" TEXT,
    "evidence" TEXT NOT NULL,
    "current" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TEXT NOT NULL,
    "createdSeq" INTEGER NOT NULL,
    CONSTRAINT "MachineScore_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "Statement" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "MachineScore_translationId_fkey" FOREIGN KEY ("translationId") REFERENCES "Translation" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CHECK ("reads" IN ('original', 'translation')),
    CHECK (("reads" = 'translation') = ("translationId" IS NOT NULL)),
    CHECK ("score" IS NULL OR ("score" >= -1 AND "score" <= 1)),
    CHECK (("score" IS NULL) = ("label" IS NULL)),
    CHECK (("score" IS NULL) = ("reason" IS NOT NULL)),
    CHECK ("label" IS NULL OR "label" IN ('negative', 'neutral', 'positive')),
    CHECK ("unsure" IN (0, 1)),
    CHECK ("current" IN (0, 1)),
    CHECK (json_valid("evidence"))
) STRICT;

-- CreateTable
CREATE TABLE "ResolvedCode" (
    "statementId" TEXT NOT NULL,
    "variableKey" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "basis" TEXT NOT NULL,
    "coders" INTEGER NOT NULL,
    "minConfidence" INTEGER,

    PRIMARY KEY ("statementId", "variableKey"),
    CONSTRAINT "ResolvedCode_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "Statement" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CHECK ("basis" IN ('adjudicated', 'agreed', 'single', 'disputed')),
    CHECK (("code" = 'disputed') = ("basis" = 'disputed')),
    CHECK ("coders" >= 0)
) STRICT;

-- CreateTable
CREATE TABLE "CurrentScore" (
    "statementId" TEXT NOT NULL PRIMARY KEY,
    "scoreId" TEXT NOT NULL,
    "score" REAL,
    "label" TEXT,
    "unsure" INTEGER NOT NULL DEFAULT 0,
    "reason" TEXT,
    "readingsDiffer" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "CurrentScore_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "Statement" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "CurrentScore_scoreId_fkey" FOREIGN KEY ("scoreId") REFERENCES "MachineScore" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CHECK ("unsure" IN (0, 1)),
    CHECK ("readingsDiffer" IN (0, 1)),
    CHECK (("score" IS NULL) = ("label" IS NULL))
) STRICT;

-- CreateTable
CREATE TABLE "StatementSearch" (
    "rowid" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "statementId" TEXT NOT NULL,
    "folded" TEXT NOT NULL,
    CONSTRAINT "StatementSearch_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "Statement" ("id") ON DELETE CASCADE ON UPDATE CASCADE
) STRICT;

-- CreateTable
CREATE TABLE "DuplicatePair" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "eventId" TEXT NOT NULL,
    "firstId" TEXT NOT NULL,
    "secondId" TEXT NOT NULL,
    "similarity" REAL NOT NULL,
    "decision" TEXT NOT NULL,
    "decidedBy" TEXT NOT NULL,
    "decidedAt" TEXT NOT NULL,
    "decidedSeq" INTEGER NOT NULL,
    CONSTRAINT "DuplicatePair_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "DuplicatePair_firstId_fkey" FOREIGN KEY ("firstId") REFERENCES "Statement" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "DuplicatePair_secondId_fkey" FOREIGN KEY ("secondId") REFERENCES "Statement" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CHECK ("decision" IN ('repost', 'syndicated', 'quote', 'not_duplicate')),
    CHECK ("firstId" < "secondId"),
    CHECK ("similarity" BETWEEN 0 AND 1)
) STRICT;

-- CreateTable
CREATE TABLE "ImportBatch" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "eventId" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "fileHash" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "mapping" TEXT NOT NULL,
    "headerSignature" TEXT NOT NULL,
    "total" INTEGER NOT NULL DEFAULT 0,
    "added" INTEGER NOT NULL DEFAULT 0,
    "unchanged" INTEGER NOT NULL DEFAULT 0,
    "rejected" INTEGER NOT NULL DEFAULT 0,
    "status" TEXT NOT NULL,
    "createdBy" TEXT NOT NULL,
    "createdAt" TEXT NOT NULL,
    "undoneAt" TEXT,
    CONSTRAINT "ImportBatch_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CHECK ("status" IN ('running', 'finished', 'cancelled', 'undone')),
    CHECK (json_valid("mapping"))
) STRICT;

-- CreateTable
CREATE TABLE "SavedView" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "eventId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "note" TEXT,
    "query" TEXT NOT NULL,
    "asof" INTEGER,
    "createdBy" TEXT NOT NULL,
    "createdAt" TEXT NOT NULL,
    CONSTRAINT "SavedView_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
) STRICT;

-- CreateTable
CREATE TABLE "CodingSample" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "eventId" TEXT NOT NULL,
    "variableKeys" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "share" REAL,
    "seed" TEXT,
    "createdBy" TEXT NOT NULL,
    "createdAt" TEXT NOT NULL,
    CONSTRAINT "CodingSample_eventId_fkey" FOREIGN KEY ("eventId") REFERENCES "Event" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CHECK ("rule" IN ('all', 'random', 'double', 'stale')),
    CHECK ("share" IS NULL OR ("share" > 0 AND "share" <= 1)),
    CHECK (("rule" = 'random') = ("seed" IS NOT NULL))
) STRICT;

-- CreateTable
CREATE TABLE "CodingSampleItem" (
    "sampleId" TEXT NOT NULL,
    "statementId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    PRIMARY KEY ("sampleId", "statementId"),
    CONSTRAINT "CodingSampleItem_sampleId_fkey" FOREIGN KEY ("sampleId") REFERENCES "CodingSample" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "CodingSampleItem_statementId_fkey" FOREIGN KEY ("statementId") REFERENCES "Statement" ("id") ON DELETE CASCADE ON UPDATE CASCADE
) STRICT;

-- CreateTable
CREATE TABLE "AuditEvent" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "at" TEXT NOT NULL,
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "entity" TEXT NOT NULL,
    "entityId" TEXT NOT NULL,
    "eventId" TEXT,
    "reason" TEXT,
    "detailHash" TEXT NOT NULL,
    "prevHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    CHECK (length("hash") = 64 AND length("prevHash") = 64 AND length("detailHash") = 64)
) STRICT;

-- CreateTable
CREATE TABLE "AuditDetail" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "salt" TEXT NOT NULL,
    "before" TEXT,
    "after" TEXT,
    CONSTRAINT "AuditDetail_seq_fkey" FOREIGN KEY ("seq") REFERENCES "AuditEvent" ("seq") ON DELETE RESTRICT ON UPDATE CASCADE
) STRICT;

-- CreateTable
CREATE TABLE "FormDraft" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "form" TEXT NOT NULL,
    "values" TEXT NOT NULL,
    "problems" TEXT NOT NULL,
    "createdAt" TEXT NOT NULL,
    CHECK (json_valid("values")),
    CHECK (json_valid("problems"))
) STRICT;

-- CreateIndex
CREATE UNIQUE INDEX "Event_slug_key" ON "Event"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Target_eventId_slug_key" ON "Target"("eventId", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "Camp_eventId_slug_key" ON "Camp"("eventId", "slug");

-- CreateIndex
CREATE INDEX "Source_url_idx" ON "Source"("url");

-- CreateIndex
CREATE INDEX "Speaker_displayName_idx" ON "Speaker"("displayName");

-- CreateIndex
CREATE INDEX "Statement_eventId_status_createdAt_id_idx" ON "Statement"("eventId", "status", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Statement_eventId_status_saidOn_id_idx" ON "Statement"("eventId", "status", "saidOn", "id");

-- CreateIndex
CREATE INDEX "Statement_eventId_contentHash_idx" ON "Statement"("eventId", "contentHash");

-- CreateIndex
CREATE INDEX "Statement_sourceId_idx" ON "Statement"("sourceId");

-- CreateIndex
CREATE INDEX "Statement_speakerId_idx" ON "Statement"("speakerId");

-- CreateIndex
CREATE INDEX "Statement_importBatchId_idx" ON "Statement"("importBatchId");

-- CreateIndex
CREATE INDEX "Statement_duplicateOfId_idx" ON "Statement"("duplicateOfId");

-- CreateIndex
CREATE UNIQUE INDEX "Statement_eventId_externalId_key" ON "Statement"("eventId", "externalId");

-- CreateIndex
CREATE UNIQUE INDEX "Translation_statementId_language_key" ON "Translation"("statementId", "language");

-- CreateIndex
CREATE UNIQUE INDEX "Slogan_eventId_slug_key" ON "Slogan"("eventId", "slug");

-- CreateIndex
CREATE INDEX "SloganUse_sloganId_idx" ON "SloganUse"("sloganId");

-- CreateIndex
CREATE UNIQUE INDEX "Codebook_eventId_key" ON "Codebook"("eventId");

-- CreateIndex
CREATE UNIQUE INDEX "CodebookVersion_codebookId_number_key" ON "CodebookVersion"("codebookId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Variable_versionId_key_key" ON "Variable"("versionId", "key");

-- CreateIndex
CREATE UNIQUE INDEX "Code_variableId_key_key" ON "Code"("variableId", "key");

-- CreateIndex
CREATE UNIQUE INDEX "Coder_name_key" ON "Coder"("name");

-- CreateIndex
CREATE UNIQUE INDEX "Coder_pseudonym_key" ON "Coder"("pseudonym");

-- CreateIndex
CREATE INDEX "Coding_statementId_variableKey_idx" ON "Coding"("statementId", "variableKey");

-- CreateIndex
CREATE INDEX "Coding_coderId_variableKey_idx" ON "Coding"("coderId", "variableKey");

-- CreateIndex
CREATE INDEX "Coding_codeId_idx" ON "Coding"("codeId");

-- CreateIndex
CREATE UNIQUE INDEX "Coding_statementId_variableId_coderId_round_key" ON "Coding"("statementId", "variableId", "coderId", "round");

-- CreateIndex
CREATE INDEX "Adjudication_statementId_variableKey_idx" ON "Adjudication"("statementId", "variableKey");

-- CreateIndex
CREATE INDEX "Adjudication_eventId_idx" ON "Adjudication"("eventId");

-- CreateIndex
CREATE INDEX "MachineScore_statementId_current_idx" ON "MachineScore"("statementId", "current");

-- CreateIndex
CREATE INDEX "MachineScore_scorer_version_idx" ON "MachineScore"("scorer", "version");

-- CreateIndex
CREATE INDEX "ResolvedCode_variableKey_code_idx" ON "ResolvedCode"("variableKey", "code");

-- CreateIndex
CREATE INDEX "CurrentScore_score_idx" ON "CurrentScore"("score");

-- CreateIndex
CREATE UNIQUE INDEX "StatementSearch_statementId_key" ON "StatementSearch"("statementId");

-- CreateIndex
CREATE INDEX "DuplicatePair_eventId_idx" ON "DuplicatePair"("eventId");

-- CreateIndex
CREATE UNIQUE INDEX "DuplicatePair_firstId_secondId_key" ON "DuplicatePair"("firstId", "secondId");

-- CreateIndex
CREATE INDEX "ImportBatch_eventId_createdAt_idx" ON "ImportBatch"("eventId", "createdAt");

-- CreateIndex
CREATE INDEX "ImportBatch_headerSignature_idx" ON "ImportBatch"("headerSignature");

-- CreateIndex
CREATE UNIQUE INDEX "SavedView_eventId_name_key" ON "SavedView"("eventId", "name");

-- CreateIndex
CREATE INDEX "CodingSample_eventId_idx" ON "CodingSample"("eventId");

-- CreateIndex
CREATE INDEX "CodingSampleItem_statementId_idx" ON "CodingSampleItem"("statementId");

-- CreateIndex
CREATE INDEX "AuditEvent_entity_entityId_idx" ON "AuditEvent"("entity", "entityId");

-- CreateIndex
CREATE INDEX "AuditEvent_eventId_idx" ON "AuditEvent"("eventId");

-- CreateIndex
CREATE INDEX "FormDraft_createdAt_idx" ON "FormDraft"("createdAt");

-- One machine score a text, scorer and version (a plain unique index lets NULL translations repeat)
CREATE UNIQUE INDEX "MachineScore_text_scorer_version" ON "MachineScore" ("statementId", ifnull("translationId", ''), "scorer", "version");

-- Full text over the folded shadow column
CREATE VIRTUAL TABLE "StatementFts" USING fts5 (
    "folded",
    content = 'StatementSearch',
    content_rowid = 'rowid',
    tokenize = 'ascii'
);
INSERT INTO "StatementFts" ("StatementFts", "rank") VALUES ('secure-delete', 1);

CREATE TRIGGER "StatementSearch_insert" AFTER INSERT ON "StatementSearch" BEGIN
    INSERT INTO "StatementFts" ("rowid", "folded") VALUES (new."rowid", new."folded");
END;
CREATE TRIGGER "StatementSearch_delete" AFTER DELETE ON "StatementSearch" BEGIN
    INSERT INTO "StatementFts" ("StatementFts", "rowid", "folded") VALUES ('delete', old."rowid", old."folded");
END;
CREATE TRIGGER "StatementSearch_update" AFTER UPDATE ON "StatementSearch" BEGIN
    INSERT INTO "StatementFts" ("StatementFts", "rowid", "folded") VALUES ('delete', old."rowid", old."folded");
    INSERT INTO "StatementFts" ("rowid", "folded") VALUES (new."rowid", new."folded");
END;

-- What must never change
CREATE TRIGGER "Statement_text_is_fixed" BEFORE UPDATE OF "originalText", "eventId" ON "Statement"
WHEN new."originalText" IS NOT old."originalText" OR new."eventId" IS NOT old."eventId" BEGIN
    SELECT RAISE(ABORT, 'the original text of a statement never changes');
END;
CREATE TRIGGER "AuditEvent_append_only_update" BEFORE UPDATE ON "AuditEvent" BEGIN
    SELECT RAISE(ABORT, 'the log is append-only');
END;
CREATE TRIGGER "AuditEvent_append_only_delete" BEFORE DELETE ON "AuditEvent" BEGIN
    SELECT RAISE(ABORT, 'the log is append-only');
END;
CREATE TRIGGER "AuditDetail_append_only" BEFORE UPDATE ON "AuditDetail" BEGIN
    SELECT RAISE(ABORT, 'the log is append-only');
END;
CREATE TRIGGER "CodebookVersion_published_is_fixed" BEFORE UPDATE ON "CodebookVersion" WHEN old."status" = 'published' BEGIN
    SELECT RAISE(ABORT, 'a published codebook version never changes');
END;
CREATE TRIGGER "Variable_published_is_fixed" BEFORE UPDATE ON "Variable"
WHEN (SELECT "status" FROM "CodebookVersion" WHERE "id" = old."versionId") = 'published' BEGIN
    SELECT RAISE(ABORT, 'a published codebook version never changes');
END;
CREATE TRIGGER "Code_published_is_fixed" BEFORE UPDATE ON "Code"
WHEN (SELECT v."status" FROM "CodebookVersion" v JOIN "Variable" x ON x."versionId" = v."id" WHERE x."id" = old."variableId") = 'published' BEGIN
    SELECT RAISE(ABORT, 'a published codebook version never changes');
END;
CREATE TRIGGER "Coding_code_is_fixed" BEFORE UPDATE OF "codeId", "code", "coderId", "variableId", "round", "rationale", "confidence" ON "Coding" BEGIN
    SELECT RAISE(ABORT, 'a coding is testimony: withdraw it and code again');
END;
