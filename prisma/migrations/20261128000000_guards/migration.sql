-- The name of a protected speaker is not stored by anybody, not even by hand (docs/decisions/0008).
CREATE TRIGGER "Speaker_protected_insert" BEFORE INSERT ON "Speaker" WHEN new."risk" = 'protected' AND new."displayName" IS NOT NULL BEGIN
    SELECT RAISE(ABORT, 'the name of a protected speaker is not stored');
END;
CREATE TRIGGER "Speaker_protected_update" BEFORE UPDATE ON "Speaker" WHEN new."risk" = 'protected' AND new."displayName" IS NOT NULL BEGIN
    SELECT RAISE(ABORT, 'the name of a protected speaker is not stored');
END;

-- A coding gives a code that its codebook version has, under the names that it has there.
CREATE TRIGGER "Coding_code_is_of_its_variable" BEFORE INSERT ON "Coding"
WHEN NOT EXISTS (
    SELECT 1 FROM "Code" c JOIN "Variable" v ON v."id" = c."variableId"
    WHERE c."id" = new."codeId" AND c."key" = new."code" AND v."id" = new."variableId" AND v."key" = new."variableKey"
) BEGIN
    SELECT RAISE(ABORT, 'the codebook does not have this code');
END;

-- INSERT OR REPLACE removes a row without asking the triggers that guard against removal.
CREATE TRIGGER "AuditEvent_append_only_replace" BEFORE INSERT ON "AuditEvent" WHEN EXISTS (SELECT 1 FROM "AuditEvent" WHERE "seq" = new."seq") BEGIN
    SELECT RAISE(ABORT, 'the log is append-only');
END;
CREATE TRIGGER "AuditDetail_append_only_replace" BEFORE INSERT ON "AuditDetail" WHEN EXISTS (SELECT 1 FROM "AuditDetail" WHERE "seq" = new."seq") BEGIN
    SELECT RAISE(ABORT, 'the log is append-only');
END;
CREATE TRIGGER "Statement_no_replace" BEFORE INSERT ON "Statement" WHEN EXISTS (SELECT 1 FROM "Statement" WHERE "id" = new."id") BEGIN
    SELECT RAISE(ABORT, 'the original text of a statement never changes');
END;
CREATE TRIGGER "Coding_no_replace" BEFORE INSERT ON "Coding" WHEN EXISTS (SELECT 1 FROM "Coding" WHERE "id" = new."id") BEGIN
    SELECT RAISE(ABORT, 'a coding is testimony: withdraw it and code again');
END;

-- A camp that codings name stays: it can be retired.
CREATE TRIGGER "Camp_in_use" BEFORE DELETE ON "Camp"
WHEN EXISTS (
    SELECT 1 FROM "Coding" k JOIN "Statement" s ON s."id" = k."statementId"
    WHERE k."variableKey" = 'camp' AND k."code" = old."slug" AND s."eventId" = old."eventId"
) BEGIN
    SELECT RAISE(ABORT, 'codings name this camp: retire it');
END;
