-- Each event carries its hash, the hash before it, and a commitment to its private text. Events from before this have
-- none yet: they are chained by the program straight after this, which then validates the checks.
ALTER TABLE "case_event" ADD COLUMN     "hash" BYTEA,
ADD COLUMN     "previous_hash" BYTEA,
ADD COLUMN     "private_hash" BYTEA,
ADD COLUMN     "salt" BYTEA;

ALTER TABLE "spend_case" ADD COLUMN     "head_hash" BYTEA;

-- CreateTable
CREATE TABLE "log_pending" (
    "case_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,

    CONSTRAINT "log_pending_pkey" PRIMARY KEY ("case_id","sequence")
);

-- CreateTable
CREATE TABLE "log_leaf" (
    "index" BIGINT NOT NULL,
    "case_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "log_leaf_pkey" PRIMARY KEY ("index")
);

-- CreateTable
CREATE TABLE "log_node" (
    "level" SMALLINT NOT NULL,
    "index" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "log_node_pkey" PRIMARY KEY ("level","index")
);

-- CreateTable
CREATE TABLE "log_checkpoint" (
    "size" BIGINT NOT NULL,
    "root" BYTEA NOT NULL,
    "note" TEXT NOT NULL,
    "sealed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "log_checkpoint_pkey" PRIMARY KEY ("size")
);

-- CreateTable
CREATE TABLE "log_publication" (
    "size" BIGINT NOT NULL,
    "destination" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "log_publication_pkey" PRIMARY KEY ("size","destination")
);

-- CreateIndex
CREATE UNIQUE INDEX "log_leaf_case_id_sequence_key" ON "log_leaf"("case_id", "sequence");

-- AddForeignKey
ALTER TABLE "log_leaf" ADD CONSTRAINT "log_leaf_case_id_sequence_fkey" FOREIGN KEY ("case_id", "sequence") REFERENCES "case_event"("case_id", "sequence") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "log_publication" ADD CONSTRAINT "log_publication_size_fkey" FOREIGN KEY ("size") REFERENCES "log_checkpoint"("size") ON DELETE RESTRICT ON UPDATE RESTRICT;

ALTER TABLE "case_event" ADD CONSTRAINT "case_event_hash_check" CHECK ("hash" IS NOT NULL) NOT VALID;
ALTER TABLE "case_event" ADD CONSTRAINT "case_event_chain_check"
  CHECK (("previous_hash" IS NULL) = ("sequence" = 1)) NOT VALID;
ALTER TABLE "log_leaf" ADD CONSTRAINT "log_leaf_index_check" CHECK ("index" >= 0);
ALTER TABLE "log_node" ADD CONSTRAINT "log_node_level_check" CHECK ("level" > 0);

CREATE TRIGGER "history_is_kept" BEFORE UPDATE OR DELETE OR TRUNCATE ON "log_leaf"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_history"();
CREATE TRIGGER "history_is_kept" BEFORE UPDATE OR DELETE OR TRUNCATE ON "log_node"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_history"();
CREATE TRIGGER "history_is_kept" BEFORE UPDATE OR DELETE OR TRUNCATE ON "log_checkpoint"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_history"();
CREATE TRIGGER "history_is_kept" BEFORE UPDATE OR DELETE OR TRUNCATE ON "log_publication"
  FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change_of_history"();
