"""tables and guards"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "e2c0216dd078"
down_revision = None
branch_labels = None
depends_on = None

JSON = sa.JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")

# What keeps frozen and append-only rows as they are, as it was when this revision was written.
SET_UP = {
    "sqlite": [
        "CREATE TRIGGER audit_entries_keep BEFORE UPDATE ON audit_entries WHEN (1 = 1) AND (OLD.at IS NOT NEW.at OR OLD.action IS NOT NEW.action OR OLD.subject_table IS NOT NEW.subject_table OR OLD.subject_id IS NOT NEW.subject_id OR OLD.detail IS NOT NEW.detail) BEGIN SELECT RAISE(ABORT, 'audit_entries: what is recorded or published is never changed; add a new row that corrects it'); END",
        "CREATE TRIGGER audit_entries_keep_rows BEFORE DELETE ON audit_entries WHEN (1 = 1) BEGIN SELECT RAISE(ABORT, 'audit_entries: what is recorded or published is never changed; add a new row that corrects it'); END",
        "CREATE TRIGGER editions_keep BEFORE UPDATE ON editions WHEN (1 = 1) AND (OLD.conference_id IS NOT NEW.conference_id OR OLD.number IS NOT NEW.number OR OLD.language IS NOT NEW.language OR OLD.title IS NOT NEW.title OR OLD.category IS NOT NEW.category OR OLD.tags IS NOT NEW.tags OR OLD.published_at IS NOT NEW.published_at OR OLD.published_by_id IS NOT NEW.published_by_id OR OLD.published_by IS NOT NEW.published_by OR OLD.digest IS NOT NEW.digest OR OLD.previous_digest IS NOT NEW.previous_digest OR OLD.key_id IS NOT NEW.key_id OR OLD.content IS NOT NEW.content OR OLD.waivers IS NOT NEW.waivers) BEGIN SELECT RAISE(ABORT, 'editions: what is recorded or published is never changed; add a new row that corrects it'); END",
        "CREATE TRIGGER editions_keep_rows BEFORE DELETE ON editions WHEN (1 = 1) BEGIN SELECT RAISE(ABORT, 'editions: what is recorded or published is never changed; add a new row that corrects it'); END",
        "CREATE TRIGGER releases_keep BEFORE UPDATE ON releases WHEN (1 = 1) AND (OLD.conference_id IS NOT NEW.conference_id OR OLD.number IS NOT NEW.number OR OLD.name IS NOT NEW.name OR OLD.comment IS NOT NEW.comment OR OLD.released_at IS NOT NEW.released_at OR OLD.released_by_id IS NOT NEW.released_by_id OR OLD.timetable IS NOT NEW.timetable) BEGIN SELECT RAISE(ABORT, 'releases: what is recorded or published is never changed; add a new row that corrects it'); END",
        "CREATE TRIGGER releases_keep_rows BEFORE DELETE ON releases WHEN (1 = 1) BEGIN SELECT RAISE(ABORT, 'releases: what is recorded or published is never changed; add a new row that corrects it'); END",
        "CREATE TRIGGER rulebooks_keep BEFORE UPDATE ON rulebooks WHEN (OLD.is_in_use) AND (OLD.conference_id IS NOT NEW.conference_id OR OLD.number IS NOT NEW.number OR OLD.name IS NOT NEW.name OR OLD.preset IS NOT NEW.preset OR OLD.adopted IS NOT NEW.adopted OR OLD.rules IS NOT NEW.rules OR OLD.is_in_use IS NOT NEW.is_in_use OR OLD.language IS NOT NEW.language) BEGIN SELECT RAISE(ABORT, 'rulebooks: what is recorded or published is never changed; add a new row that corrects it'); END",
        "CREATE TRIGGER rulebooks_keep_rows BEFORE DELETE ON rulebooks WHEN (OLD.is_in_use) BEGIN SELECT RAISE(ABORT, 'rulebooks: what is recorded or published is never changed; add a new row that corrects it'); END",
        "CREATE TRIGGER agendas_keep BEFORE UPDATE ON agendas WHEN (OLD.state IN ('adopted', 'superseded')) AND (OLD.conference_id IS NOT NEW.conference_id OR OLD.session_id IS NOT NEW.session_id OR OLD.key IS NOT NEW.key OR OLD.number IS NOT NEW.number OR OLD.title IS NOT NEW.title OR OLD.adopted IS NOT NEW.adopted OR OLD.adopted_in_id IS NOT NEW.adopted_in_id OR OLD.adoption_note IS NOT NEW.adoption_note OR OLD.replaces_id IS NOT NEW.replaces_id OR OLD.language IS NOT NEW.language) BEGIN SELECT RAISE(ABORT, 'agendas: what is recorded or published is never changed; add a new row that corrects it'); END",
        "CREATE TRIGGER agendas_keep_rows BEFORE DELETE ON agendas WHEN (OLD.state IN ('adopted', 'superseded')) BEGIN SELECT RAISE(ABORT, 'agendas: what is recorded or published is never changed; add a new row that corrects it'); END",
        "CREATE TRIGGER agenda_items_keep BEFORE UPDATE ON agenda_items WHEN (EXISTS (SELECT 1 FROM agendas WHERE agendas.id = OLD.agenda_id AND agendas.state IN ('adopted', 'superseded'))) AND (OLD.agenda_id IS NOT NEW.agenda_id OR OLD.key IS NOT NEW.key OR OLD.parent_id IS NOT NEW.parent_id OR OLD.position IS NOT NEW.position OR OLD.number IS NOT NEW.number OR OLD.title IS NOT NEW.title OR OLD.kind IS NOT NEW.kind OR OLD.rapporteur_id IS NOT NEW.rapporteur_id OR OLD.duration_minutes IS NOT NEW.duration_minutes OR OLD.note IS NOT NEW.note OR OLD.replaces_id IS NOT NEW.replaces_id OR OLD.language IS NOT NEW.language) BEGIN SELECT RAISE(ABORT, 'agenda_items: what is recorded or published is never changed; add a new row that corrects it'); END",
        "CREATE TRIGGER agenda_items_keep_rows BEFORE DELETE ON agenda_items WHEN (EXISTS (SELECT 1 FROM agendas WHERE agendas.id = OLD.agenda_id AND agendas.state IN ('adopted', 'superseded'))) BEGIN SELECT RAISE(ABORT, 'agenda_items: what is recorded or published is never changed; add a new row that corrects it'); END",
        "CREATE TRIGGER log_entries_keep BEFORE UPDATE ON log_entries WHEN (1 = 1) AND (OLD.uid IS NOT NEW.uid OR OLD.session_id IS NOT NEW.session_id OR OLD.position IS NOT NEW.position OR OLD.kind IS NOT NEW.kind OR OLD.occurred IS NOT NEW.occurred OR OLD.recorded_at IS NOT NEW.recorded_at OR OLD.recorded_by_id IS NOT NEW.recorded_by_id OR OLD.text IS NOT NEW.text OR OLD.agenda_item_id IS NOT NEW.agenda_item_id OR OLD.committee_id IS NOT NEW.committee_id OR OLD.document_id IS NOT NEW.document_id OR OLD.presentation_id IS NOT NEW.presentation_id OR OLD.roll_id IS NOT NEW.roll_id OR OLD.strikes_id IS NOT NEW.strikes_id OR OLD.provenance IS NOT NEW.provenance OR OLD.language IS NOT NEW.language OR OLD.translations IS NOT NEW.translations) BEGIN SELECT RAISE(ABORT, 'log_entries: what is recorded or published is never changed; add a new row that corrects it'); END",
        "CREATE TRIGGER log_entries_keep_rows BEFORE DELETE ON log_entries WHEN (1 = 1) BEGIN SELECT RAISE(ABORT, 'log_entries: what is recorded or published is never changed; add a new row that corrects it'); END",
        "CREATE TRIGGER entry_speakers_keep BEFORE UPDATE ON entry_speakers WHEN (1 = 1) AND (OLD.entry_id IS NOT NEW.entry_id OR OLD.position IS NOT NEW.position OR OLD.role IS NOT NEW.role OR OLD.official_id IS NOT NEW.official_id OR OLD.delegation_id IS NOT NEW.delegation_id OR OLD.capacity IS NOT NEW.capacity) BEGIN SELECT RAISE(ABORT, 'entry_speakers: what is recorded or published is never changed; add a new row that corrects it'); END",
        "CREATE TRIGGER entry_speakers_keep_rows BEFORE DELETE ON entry_speakers WHEN (1 = 1) BEGIN SELECT RAISE(ABORT, 'entry_speakers: what is recorded or published is never changed; add a new row that corrects it'); END",
        "CREATE TRIGGER session_records_keep BEFORE UPDATE ON session_records WHEN (OLD.state = 'approved') AND (OLD.session_id IS NOT NEW.session_id OR OLD.record_language IS NOT NEW.record_language OR OLD.is_authentic IS NOT NEW.is_authentic OR OLD.kind IS NOT NEW.kind OR OLD.document_id IS NOT NEW.document_id OR OLD.state IS NOT NEW.state OR OLD.circulated IS NOT NEW.circulated OR OLD.approved IS NOT NEW.approved OR OLD.approval IS NOT NEW.approval OR OLD.approved_in_id IS NOT NEW.approved_in_id OR OLD.approval_vote_id IS NOT NEW.approval_vote_id OR OLD.approval_note IS NOT NEW.approval_note OR OLD.paragraphs IS NOT NEW.paragraphs OR OLD.provenance IS NOT NEW.provenance OR OLD.language IS NOT NEW.language OR OLD.translations IS NOT NEW.translations) BEGIN SELECT RAISE(ABORT, 'session_records: what is recorded or published is never changed; add a new row that corrects it'); END",
        "CREATE TRIGGER session_records_keep_rows BEFORE DELETE ON session_records WHEN (OLD.state = 'approved') BEGIN SELECT RAISE(ABORT, 'session_records: what is recorded or published is never changed; add a new row that corrects it'); END",
        "CREATE TRIGGER ballots_keep BEFORE UPDATE ON ballots WHEN (1 = 1) AND (OLD.vote_id IS NOT NEW.vote_id OR OLD.delegation_id IS NOT NEW.delegation_id OR OLD.delegate_id IS NOT NEW.delegate_id OR OLD.choice IS NOT NEW.choice OR OLD.candidate_id IS NOT NEW.candidate_id OR OLD.weight IS NOT NEW.weight OR OLD.cast_by_id IS NOT NEW.cast_by_id OR OLD.entered IS NOT NEW.entered OR OLD.session_id IS NOT NEW.session_id OR OLD.entry_id IS NOT NEW.entry_id OR OLD.supersedes_id IS NOT NEW.supersedes_id OR OLD.reason IS NOT NEW.reason OR OLD.authorized IS NOT NEW.authorized OR OLD.motion_id IS NOT NEW.motion_id OR OLD.provenance IS NOT NEW.provenance) BEGIN SELECT RAISE(ABORT, 'ballots: what is recorded or published is never changed; add a new row that corrects it'); END",
        "CREATE TRIGGER ballots_keep_rows BEFORE DELETE ON ballots WHEN (1 = 1) BEGIN SELECT RAISE(ABORT, 'ballots: what is recorded or published is never changed; add a new row that corrects it'); END",
        "CREATE TRIGGER corrigenda_keep BEFORE UPDATE ON corrigenda WHEN (1 = 1) AND (OLD.record_id IS NOT NEW.record_id OR OLD.number IS NOT NEW.number OR OLD.issued IS NOT NEW.issued OR OLD.paragraph IS NOT NEW.paragraph OR OLD.old_text IS NOT NEW.old_text OR OLD.new_text IS NOT NEW.new_text OR OLD.reason IS NOT NEW.reason OR OLD.requested_by_id IS NOT NEW.requested_by_id OR OLD.issued_by_id IS NOT NEW.issued_by_id OR OLD.provenance IS NOT NEW.provenance) BEGIN SELECT RAISE(ABORT, 'corrigenda: what is recorded or published is never changed; add a new row that corrects it'); END",
        "CREATE TRIGGER corrigenda_keep_rows BEFORE DELETE ON corrigenda WHEN (1 = 1) BEGIN SELECT RAISE(ABORT, 'corrigenda: what is recorded or published is never changed; add a new row that corrects it'); END",
        "CREATE TRIGGER record_revisions_keep BEFORE UPDATE ON record_revisions WHEN (1 = 1) AND (OLD.record_id IS NOT NEW.record_id OR OLD.number IS NOT NEW.number OR OLD.state IS NOT NEW.state OR OLD.made_at IS NOT NEW.made_at OR OLD.made_by_id IS NOT NEW.made_by_id OR OLD.paragraphs IS NOT NEW.paragraphs) BEGIN SELECT RAISE(ABORT, 'record_revisions: what is recorded or published is never changed; add a new row that corrects it'); END",
        "CREATE TRIGGER record_revisions_keep_rows BEFORE DELETE ON record_revisions WHEN (1 = 1) BEGIN SELECT RAISE(ABORT, 'record_revisions: what is recorded or published is never changed; add a new row that corrects it'); END",
        "CREATE TRIGGER dissents_keep BEFORE UPDATE ON dissents WHEN (1 = 1) AND (OLD.ballot_id IS NOT NEW.ballot_id OR OLD.position IS NOT NEW.position OR OLD.delegate_id IS NOT NEW.delegate_id OR OLD.choice IS NOT NEW.choice OR OLD.note IS NOT NEW.note OR OLD.provenance IS NOT NEW.provenance) BEGIN SELECT RAISE(ABORT, 'dissents: what is recorded or published is never changed; add a new row that corrects it'); END",
        "CREATE TRIGGER dissents_keep_rows BEFORE DELETE ON dissents WHEN (1 = 1) BEGIN SELECT RAISE(ABORT, 'dissents: what is recorded or published is never changed; add a new row that corrects it'); END",
        "CREATE TRIGGER appointments_one_holder_insert AFTER INSERT ON appointments WHEN EXISTS (SELECT 1 FROM appointments AS other\n    WHERE NEW.holds_alone AND other.holds_alone AND other.office_id = NEW.office_id AND other.id <> NEW.id\n    AND NEW.starts_latest IS NOT NULL AND other.starts_latest IS NOT NULL\n    AND (NEW.ends_earliest IS NULL OR other.starts_latest < NEW.ends_earliest)\n    AND (other.ends_earliest IS NULL OR NEW.starts_latest < other.ends_earliest)\n    AND (NEW.ends_earliest IS NULL OR NEW.starts_latest < NEW.ends_earliest)\n    AND (other.ends_earliest IS NULL OR other.starts_latest < other.ends_earliest)) BEGIN SELECT RAISE(ABORT, 'appointments: two holders of a unique office at the same time'); END",
        "CREATE TRIGGER appointments_one_holder_update AFTER UPDATE ON appointments WHEN EXISTS (SELECT 1 FROM appointments AS other\n    WHERE NEW.holds_alone AND other.holds_alone AND other.office_id = NEW.office_id AND other.id <> NEW.id\n    AND NEW.starts_latest IS NOT NULL AND other.starts_latest IS NOT NULL\n    AND (NEW.ends_earliest IS NULL OR other.starts_latest < NEW.ends_earliest)\n    AND (other.ends_earliest IS NULL OR NEW.starts_latest < other.ends_earliest)\n    AND (NEW.ends_earliest IS NULL OR NEW.starts_latest < NEW.ends_earliest)\n    AND (other.ends_earliest IS NULL OR other.starts_latest < other.ends_earliest)) BEGIN SELECT RAISE(ABORT, 'appointments: two holders of a unique office at the same time'); END",
    ],
    "postgresql": [
        "CREATE FUNCTION audit_entries_keep() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF TG_OP = 'DELETE' THEN IF 1 = 1 THEN RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', MESSAGE = 'audit_entries: what is recorded or published is never changed; add a new row that corrects it'; END IF; RETURN OLD; END IF; IF (1 = 1) AND (OLD.at IS DISTINCT FROM NEW.at OR OLD.action IS DISTINCT FROM NEW.action OR OLD.subject_table IS DISTINCT FROM NEW.subject_table OR OLD.subject_id IS DISTINCT FROM NEW.subject_id OR OLD.detail IS DISTINCT FROM NEW.detail) THEN RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', MESSAGE = 'audit_entries: what is recorded or published is never changed; add a new row that corrects it'; END IF; RETURN NEW; END $$",
        "CREATE TRIGGER audit_entries_keep BEFORE UPDATE OR DELETE ON audit_entries FOR EACH ROW EXECUTE FUNCTION audit_entries_keep()",
        "CREATE FUNCTION editions_keep() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF TG_OP = 'DELETE' THEN IF 1 = 1 THEN RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', MESSAGE = 'editions: what is recorded or published is never changed; add a new row that corrects it'; END IF; RETURN OLD; END IF; IF (1 = 1) AND (OLD.conference_id IS DISTINCT FROM NEW.conference_id OR OLD.number IS DISTINCT FROM NEW.number OR OLD.language IS DISTINCT FROM NEW.language OR OLD.title IS DISTINCT FROM NEW.title OR OLD.category IS DISTINCT FROM NEW.category OR OLD.tags IS DISTINCT FROM NEW.tags OR OLD.published_at IS DISTINCT FROM NEW.published_at OR OLD.published_by_id IS DISTINCT FROM NEW.published_by_id OR OLD.published_by IS DISTINCT FROM NEW.published_by OR OLD.digest IS DISTINCT FROM NEW.digest OR OLD.previous_digest IS DISTINCT FROM NEW.previous_digest OR OLD.key_id IS DISTINCT FROM NEW.key_id OR OLD.content IS DISTINCT FROM NEW.content OR OLD.waivers IS DISTINCT FROM NEW.waivers) THEN RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', MESSAGE = 'editions: what is recorded or published is never changed; add a new row that corrects it'; END IF; RETURN NEW; END $$",
        "CREATE TRIGGER editions_keep BEFORE UPDATE OR DELETE ON editions FOR EACH ROW EXECUTE FUNCTION editions_keep()",
        "CREATE FUNCTION releases_keep() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF TG_OP = 'DELETE' THEN IF 1 = 1 THEN RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', MESSAGE = 'releases: what is recorded or published is never changed; add a new row that corrects it'; END IF; RETURN OLD; END IF; IF (1 = 1) AND (OLD.conference_id IS DISTINCT FROM NEW.conference_id OR OLD.number IS DISTINCT FROM NEW.number OR OLD.name IS DISTINCT FROM NEW.name OR OLD.comment IS DISTINCT FROM NEW.comment OR OLD.released_at IS DISTINCT FROM NEW.released_at OR OLD.released_by_id IS DISTINCT FROM NEW.released_by_id OR OLD.timetable IS DISTINCT FROM NEW.timetable) THEN RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', MESSAGE = 'releases: what is recorded or published is never changed; add a new row that corrects it'; END IF; RETURN NEW; END $$",
        "CREATE TRIGGER releases_keep BEFORE UPDATE OR DELETE ON releases FOR EACH ROW EXECUTE FUNCTION releases_keep()",
        "CREATE FUNCTION rulebooks_keep() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF TG_OP = 'DELETE' THEN IF OLD.is_in_use THEN RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', MESSAGE = 'rulebooks: what is recorded or published is never changed; add a new row that corrects it'; END IF; RETURN OLD; END IF; IF (OLD.is_in_use) AND (OLD.conference_id IS DISTINCT FROM NEW.conference_id OR OLD.number IS DISTINCT FROM NEW.number OR OLD.name IS DISTINCT FROM NEW.name OR OLD.preset IS DISTINCT FROM NEW.preset OR OLD.adopted IS DISTINCT FROM NEW.adopted OR OLD.rules IS DISTINCT FROM NEW.rules OR OLD.is_in_use IS DISTINCT FROM NEW.is_in_use OR OLD.language IS DISTINCT FROM NEW.language) THEN RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', MESSAGE = 'rulebooks: what is recorded or published is never changed; add a new row that corrects it'; END IF; RETURN NEW; END $$",
        "CREATE TRIGGER rulebooks_keep BEFORE UPDATE OR DELETE ON rulebooks FOR EACH ROW EXECUTE FUNCTION rulebooks_keep()",
        "CREATE FUNCTION agendas_keep() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF TG_OP = 'DELETE' THEN IF OLD.state IN ('adopted', 'superseded') THEN RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', MESSAGE = 'agendas: what is recorded or published is never changed; add a new row that corrects it'; END IF; RETURN OLD; END IF; IF (OLD.state IN ('adopted', 'superseded')) AND (OLD.conference_id IS DISTINCT FROM NEW.conference_id OR OLD.session_id IS DISTINCT FROM NEW.session_id OR OLD.key IS DISTINCT FROM NEW.key OR OLD.number IS DISTINCT FROM NEW.number OR OLD.title IS DISTINCT FROM NEW.title OR OLD.adopted IS DISTINCT FROM NEW.adopted OR OLD.adopted_in_id IS DISTINCT FROM NEW.adopted_in_id OR OLD.adoption_note IS DISTINCT FROM NEW.adoption_note OR OLD.replaces_id IS DISTINCT FROM NEW.replaces_id OR OLD.language IS DISTINCT FROM NEW.language) THEN RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', MESSAGE = 'agendas: what is recorded or published is never changed; add a new row that corrects it'; END IF; RETURN NEW; END $$",
        "CREATE TRIGGER agendas_keep BEFORE UPDATE OR DELETE ON agendas FOR EACH ROW EXECUTE FUNCTION agendas_keep()",
        "CREATE FUNCTION agenda_items_keep() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF TG_OP = 'DELETE' THEN IF EXISTS (SELECT 1 FROM agendas WHERE agendas.id = OLD.agenda_id AND agendas.state IN ('adopted', 'superseded')) THEN RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', MESSAGE = 'agenda_items: what is recorded or published is never changed; add a new row that corrects it'; END IF; RETURN OLD; END IF; IF (EXISTS (SELECT 1 FROM agendas WHERE agendas.id = OLD.agenda_id AND agendas.state IN ('adopted', 'superseded'))) AND (OLD.agenda_id IS DISTINCT FROM NEW.agenda_id OR OLD.key IS DISTINCT FROM NEW.key OR OLD.parent_id IS DISTINCT FROM NEW.parent_id OR OLD.position IS DISTINCT FROM NEW.position OR OLD.number IS DISTINCT FROM NEW.number OR OLD.title IS DISTINCT FROM NEW.title OR OLD.kind IS DISTINCT FROM NEW.kind OR OLD.rapporteur_id IS DISTINCT FROM NEW.rapporteur_id OR OLD.duration_minutes IS DISTINCT FROM NEW.duration_minutes OR OLD.note IS DISTINCT FROM NEW.note OR OLD.replaces_id IS DISTINCT FROM NEW.replaces_id OR OLD.language IS DISTINCT FROM NEW.language) THEN RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', MESSAGE = 'agenda_items: what is recorded or published is never changed; add a new row that corrects it'; END IF; RETURN NEW; END $$",
        "CREATE TRIGGER agenda_items_keep BEFORE UPDATE OR DELETE ON agenda_items FOR EACH ROW EXECUTE FUNCTION agenda_items_keep()",
        "CREATE FUNCTION log_entries_keep() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF TG_OP = 'DELETE' THEN IF 1 = 1 THEN RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', MESSAGE = 'log_entries: what is recorded or published is never changed; add a new row that corrects it'; END IF; RETURN OLD; END IF; IF (1 = 1) AND (OLD.uid IS DISTINCT FROM NEW.uid OR OLD.session_id IS DISTINCT FROM NEW.session_id OR OLD.position IS DISTINCT FROM NEW.position OR OLD.kind IS DISTINCT FROM NEW.kind OR OLD.occurred IS DISTINCT FROM NEW.occurred OR OLD.recorded_at IS DISTINCT FROM NEW.recorded_at OR OLD.recorded_by_id IS DISTINCT FROM NEW.recorded_by_id OR OLD.text IS DISTINCT FROM NEW.text OR OLD.agenda_item_id IS DISTINCT FROM NEW.agenda_item_id OR OLD.committee_id IS DISTINCT FROM NEW.committee_id OR OLD.document_id IS DISTINCT FROM NEW.document_id OR OLD.presentation_id IS DISTINCT FROM NEW.presentation_id OR OLD.roll_id IS DISTINCT FROM NEW.roll_id OR OLD.strikes_id IS DISTINCT FROM NEW.strikes_id OR OLD.provenance IS DISTINCT FROM NEW.provenance OR OLD.language IS DISTINCT FROM NEW.language OR OLD.translations IS DISTINCT FROM NEW.translations) THEN RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', MESSAGE = 'log_entries: what is recorded or published is never changed; add a new row that corrects it'; END IF; RETURN NEW; END $$",
        "CREATE TRIGGER log_entries_keep BEFORE UPDATE OR DELETE ON log_entries FOR EACH ROW EXECUTE FUNCTION log_entries_keep()",
        "CREATE FUNCTION entry_speakers_keep() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF TG_OP = 'DELETE' THEN IF 1 = 1 THEN RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', MESSAGE = 'entry_speakers: what is recorded or published is never changed; add a new row that corrects it'; END IF; RETURN OLD; END IF; IF (1 = 1) AND (OLD.entry_id IS DISTINCT FROM NEW.entry_id OR OLD.position IS DISTINCT FROM NEW.position OR OLD.role IS DISTINCT FROM NEW.role OR OLD.official_id IS DISTINCT FROM NEW.official_id OR OLD.delegation_id IS DISTINCT FROM NEW.delegation_id OR OLD.capacity IS DISTINCT FROM NEW.capacity) THEN RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', MESSAGE = 'entry_speakers: what is recorded or published is never changed; add a new row that corrects it'; END IF; RETURN NEW; END $$",
        "CREATE TRIGGER entry_speakers_keep BEFORE UPDATE OR DELETE ON entry_speakers FOR EACH ROW EXECUTE FUNCTION entry_speakers_keep()",
        "CREATE FUNCTION session_records_keep() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF TG_OP = 'DELETE' THEN IF OLD.state = 'approved' THEN RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', MESSAGE = 'session_records: what is recorded or published is never changed; add a new row that corrects it'; END IF; RETURN OLD; END IF; IF (OLD.state = 'approved') AND (OLD.session_id IS DISTINCT FROM NEW.session_id OR OLD.record_language IS DISTINCT FROM NEW.record_language OR OLD.is_authentic IS DISTINCT FROM NEW.is_authentic OR OLD.kind IS DISTINCT FROM NEW.kind OR OLD.document_id IS DISTINCT FROM NEW.document_id OR OLD.state IS DISTINCT FROM NEW.state OR OLD.circulated IS DISTINCT FROM NEW.circulated OR OLD.approved IS DISTINCT FROM NEW.approved OR OLD.approval IS DISTINCT FROM NEW.approval OR OLD.approved_in_id IS DISTINCT FROM NEW.approved_in_id OR OLD.approval_vote_id IS DISTINCT FROM NEW.approval_vote_id OR OLD.approval_note IS DISTINCT FROM NEW.approval_note OR OLD.paragraphs IS DISTINCT FROM NEW.paragraphs OR OLD.provenance IS DISTINCT FROM NEW.provenance OR OLD.language IS DISTINCT FROM NEW.language OR OLD.translations IS DISTINCT FROM NEW.translations) THEN RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', MESSAGE = 'session_records: what is recorded or published is never changed; add a new row that corrects it'; END IF; RETURN NEW; END $$",
        "CREATE TRIGGER session_records_keep BEFORE UPDATE OR DELETE ON session_records FOR EACH ROW EXECUTE FUNCTION session_records_keep()",
        "CREATE FUNCTION ballots_keep() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF TG_OP = 'DELETE' THEN IF 1 = 1 THEN RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', MESSAGE = 'ballots: what is recorded or published is never changed; add a new row that corrects it'; END IF; RETURN OLD; END IF; IF (1 = 1) AND (OLD.vote_id IS DISTINCT FROM NEW.vote_id OR OLD.delegation_id IS DISTINCT FROM NEW.delegation_id OR OLD.delegate_id IS DISTINCT FROM NEW.delegate_id OR OLD.choice IS DISTINCT FROM NEW.choice OR OLD.candidate_id IS DISTINCT FROM NEW.candidate_id OR OLD.weight IS DISTINCT FROM NEW.weight OR OLD.cast_by_id IS DISTINCT FROM NEW.cast_by_id OR OLD.entered IS DISTINCT FROM NEW.entered OR OLD.session_id IS DISTINCT FROM NEW.session_id OR OLD.entry_id IS DISTINCT FROM NEW.entry_id OR OLD.supersedes_id IS DISTINCT FROM NEW.supersedes_id OR OLD.reason IS DISTINCT FROM NEW.reason OR OLD.authorized IS DISTINCT FROM NEW.authorized OR OLD.motion_id IS DISTINCT FROM NEW.motion_id OR OLD.provenance IS DISTINCT FROM NEW.provenance) THEN RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', MESSAGE = 'ballots: what is recorded or published is never changed; add a new row that corrects it'; END IF; RETURN NEW; END $$",
        "CREATE TRIGGER ballots_keep BEFORE UPDATE OR DELETE ON ballots FOR EACH ROW EXECUTE FUNCTION ballots_keep()",
        "CREATE FUNCTION corrigenda_keep() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF TG_OP = 'DELETE' THEN IF 1 = 1 THEN RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', MESSAGE = 'corrigenda: what is recorded or published is never changed; add a new row that corrects it'; END IF; RETURN OLD; END IF; IF (1 = 1) AND (OLD.record_id IS DISTINCT FROM NEW.record_id OR OLD.number IS DISTINCT FROM NEW.number OR OLD.issued IS DISTINCT FROM NEW.issued OR OLD.paragraph IS DISTINCT FROM NEW.paragraph OR OLD.old_text IS DISTINCT FROM NEW.old_text OR OLD.new_text IS DISTINCT FROM NEW.new_text OR OLD.reason IS DISTINCT FROM NEW.reason OR OLD.requested_by_id IS DISTINCT FROM NEW.requested_by_id OR OLD.issued_by_id IS DISTINCT FROM NEW.issued_by_id OR OLD.provenance IS DISTINCT FROM NEW.provenance) THEN RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', MESSAGE = 'corrigenda: what is recorded or published is never changed; add a new row that corrects it'; END IF; RETURN NEW; END $$",
        "CREATE TRIGGER corrigenda_keep BEFORE UPDATE OR DELETE ON corrigenda FOR EACH ROW EXECUTE FUNCTION corrigenda_keep()",
        "CREATE FUNCTION record_revisions_keep() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF TG_OP = 'DELETE' THEN IF 1 = 1 THEN RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', MESSAGE = 'record_revisions: what is recorded or published is never changed; add a new row that corrects it'; END IF; RETURN OLD; END IF; IF (1 = 1) AND (OLD.record_id IS DISTINCT FROM NEW.record_id OR OLD.number IS DISTINCT FROM NEW.number OR OLD.state IS DISTINCT FROM NEW.state OR OLD.made_at IS DISTINCT FROM NEW.made_at OR OLD.made_by_id IS DISTINCT FROM NEW.made_by_id OR OLD.paragraphs IS DISTINCT FROM NEW.paragraphs) THEN RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', MESSAGE = 'record_revisions: what is recorded or published is never changed; add a new row that corrects it'; END IF; RETURN NEW; END $$",
        "CREATE TRIGGER record_revisions_keep BEFORE UPDATE OR DELETE ON record_revisions FOR EACH ROW EXECUTE FUNCTION record_revisions_keep()",
        "CREATE FUNCTION dissents_keep() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF TG_OP = 'DELETE' THEN IF 1 = 1 THEN RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', MESSAGE = 'dissents: what is recorded or published is never changed; add a new row that corrects it'; END IF; RETURN OLD; END IF; IF (1 = 1) AND (OLD.ballot_id IS DISTINCT FROM NEW.ballot_id OR OLD.position IS DISTINCT FROM NEW.position OR OLD.delegate_id IS DISTINCT FROM NEW.delegate_id OR OLD.choice IS DISTINCT FROM NEW.choice OR OLD.note IS DISTINCT FROM NEW.note OR OLD.provenance IS DISTINCT FROM NEW.provenance) THEN RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation', MESSAGE = 'dissents: what is recorded or published is never changed; add a new row that corrects it'; END IF; RETURN NEW; END $$",
        "CREATE TRIGGER dissents_keep BEFORE UPDATE OR DELETE ON dissents FOR EACH ROW EXECUTE FUNCTION dissents_keep()",
        "ALTER TABLE appointments ADD CONSTRAINT ex_appointments_one_holder EXCLUDE USING gist (int8range(office_id, office_id, '[]') WITH &&, tstzrange(starts_latest, ends_earliest) WITH &&) WHERE (holds_alone AND starts_latest IS NOT NULL AND (ends_earliest IS NULL OR starts_latest < ends_earliest))",
    ],
}
TAKE_AWAY = {
    "sqlite": [
        "DROP TRIGGER IF EXISTS audit_entries_keep",
        "DROP TRIGGER IF EXISTS audit_entries_keep_rows",
        "DROP TRIGGER IF EXISTS editions_keep",
        "DROP TRIGGER IF EXISTS editions_keep_rows",
        "DROP TRIGGER IF EXISTS releases_keep",
        "DROP TRIGGER IF EXISTS releases_keep_rows",
        "DROP TRIGGER IF EXISTS rulebooks_keep",
        "DROP TRIGGER IF EXISTS rulebooks_keep_rows",
        "DROP TRIGGER IF EXISTS agendas_keep",
        "DROP TRIGGER IF EXISTS agendas_keep_rows",
        "DROP TRIGGER IF EXISTS agenda_items_keep",
        "DROP TRIGGER IF EXISTS agenda_items_keep_rows",
        "DROP TRIGGER IF EXISTS log_entries_keep",
        "DROP TRIGGER IF EXISTS log_entries_keep_rows",
        "DROP TRIGGER IF EXISTS entry_speakers_keep",
        "DROP TRIGGER IF EXISTS entry_speakers_keep_rows",
        "DROP TRIGGER IF EXISTS session_records_keep",
        "DROP TRIGGER IF EXISTS session_records_keep_rows",
        "DROP TRIGGER IF EXISTS ballots_keep",
        "DROP TRIGGER IF EXISTS ballots_keep_rows",
        "DROP TRIGGER IF EXISTS corrigenda_keep",
        "DROP TRIGGER IF EXISTS corrigenda_keep_rows",
        "DROP TRIGGER IF EXISTS record_revisions_keep",
        "DROP TRIGGER IF EXISTS record_revisions_keep_rows",
        "DROP TRIGGER IF EXISTS dissents_keep",
        "DROP TRIGGER IF EXISTS dissents_keep_rows",
        "DROP TRIGGER IF EXISTS appointments_one_holder_insert",
        "DROP TRIGGER IF EXISTS appointments_one_holder_update",
    ],
    "postgresql": [
        "DROP TRIGGER IF EXISTS audit_entries_keep ON audit_entries",
        "DROP TRIGGER IF EXISTS audit_entries_keep_rows ON audit_entries",
        "DROP FUNCTION IF EXISTS audit_entries_keep() CASCADE",
        "DROP TRIGGER IF EXISTS editions_keep ON editions",
        "DROP TRIGGER IF EXISTS editions_keep_rows ON editions",
        "DROP FUNCTION IF EXISTS editions_keep() CASCADE",
        "DROP TRIGGER IF EXISTS releases_keep ON releases",
        "DROP TRIGGER IF EXISTS releases_keep_rows ON releases",
        "DROP FUNCTION IF EXISTS releases_keep() CASCADE",
        "DROP TRIGGER IF EXISTS rulebooks_keep ON rulebooks",
        "DROP TRIGGER IF EXISTS rulebooks_keep_rows ON rulebooks",
        "DROP FUNCTION IF EXISTS rulebooks_keep() CASCADE",
        "DROP TRIGGER IF EXISTS agendas_keep ON agendas",
        "DROP TRIGGER IF EXISTS agendas_keep_rows ON agendas",
        "DROP FUNCTION IF EXISTS agendas_keep() CASCADE",
        "DROP TRIGGER IF EXISTS agenda_items_keep ON agenda_items",
        "DROP TRIGGER IF EXISTS agenda_items_keep_rows ON agenda_items",
        "DROP FUNCTION IF EXISTS agenda_items_keep() CASCADE",
        "DROP TRIGGER IF EXISTS log_entries_keep ON log_entries",
        "DROP TRIGGER IF EXISTS log_entries_keep_rows ON log_entries",
        "DROP FUNCTION IF EXISTS log_entries_keep() CASCADE",
        "DROP TRIGGER IF EXISTS entry_speakers_keep ON entry_speakers",
        "DROP TRIGGER IF EXISTS entry_speakers_keep_rows ON entry_speakers",
        "DROP FUNCTION IF EXISTS entry_speakers_keep() CASCADE",
        "DROP TRIGGER IF EXISTS session_records_keep ON session_records",
        "DROP TRIGGER IF EXISTS session_records_keep_rows ON session_records",
        "DROP FUNCTION IF EXISTS session_records_keep() CASCADE",
        "DROP TRIGGER IF EXISTS ballots_keep ON ballots",
        "DROP TRIGGER IF EXISTS ballots_keep_rows ON ballots",
        "DROP FUNCTION IF EXISTS ballots_keep() CASCADE",
        "DROP TRIGGER IF EXISTS corrigenda_keep ON corrigenda",
        "DROP TRIGGER IF EXISTS corrigenda_keep_rows ON corrigenda",
        "DROP FUNCTION IF EXISTS corrigenda_keep() CASCADE",
        "DROP TRIGGER IF EXISTS record_revisions_keep ON record_revisions",
        "DROP TRIGGER IF EXISTS record_revisions_keep_rows ON record_revisions",
        "DROP FUNCTION IF EXISTS record_revisions_keep() CASCADE",
        "DROP TRIGGER IF EXISTS dissents_keep ON dissents",
        "DROP TRIGGER IF EXISTS dissents_keep_rows ON dissents",
        "DROP FUNCTION IF EXISTS dissents_keep() CASCADE",
        "ALTER TABLE appointments DROP CONSTRAINT IF EXISTS ex_appointments_one_holder",
    ],
}


def run(statements: dict[str, list[str]]) -> None:
    bind = op.get_bind()
    for statement in statements[bind.dialect.name]:
        bind.exec_driver_sql(statement)


def upgrade() -> None:
    op.create_table(
        "bodies",
        sa.Column(
            "kind",
            sa.Enum(
                "organization",
                "organ",
                "committee",
                "conference",
                name="bodykind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("name", sa.String(length=500), nullable=False),
        sa.Column("short_name", sa.String(length=120), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("provenance", JSON, server_default="{}", nullable=False),
        sa.Column("language", sa.String(length=35), nullable=True),
        sa.Column("translations", JSON, server_default="{}", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bodies")),
    )
    op.create_table(
        "officials",
        sa.Column("slug", sa.String(length=120), nullable=False),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("family_name", sa.String(length=200), nullable=True),
        sa.Column("given_name", sa.String(length=200), nullable=True),
        sa.Column("native_name", sa.String(length=300), nullable=True),
        sa.Column("honorific", sa.String(length=120), nullable=True),
        sa.Column("affiliation", sa.String(length=300), nullable=True),
        sa.Column("biography", sa.Text(), nullable=True),
        sa.Column("born_on", sa.String(length=16), nullable=True),
        sa.Column("died_on", sa.String(length=16), nullable=True),
        sa.Column("email", sa.String(length=254), nullable=True),
        sa.Column("phone", sa.String(length=60), nullable=True),
        sa.Column("address", sa.Text(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("provenance", JSON, server_default="{}", nullable=False),
        sa.Column("language", sa.String(length=35), nullable=True),
        sa.Column("translations", JSON, server_default="{}", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_officials")),
        sa.UniqueConstraint("slug", name=op.f("uq_officials_slug")),
    )
    op.create_table(
        "public_revisions",
        sa.Column("key", sa.String(length=120), nullable=False),
        sa.Column("revision", sa.Integer(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_public_revisions")),
        info={"private": True},
    )
    op.create_table(
        "search_entries",
        sa.Column("scope", sa.String(length=120), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "conference",
                "paragraph",
                "session",
                "decision",
                "letter",
                "document",
                "committee",
                "official",
                "organization",
                name="entrykind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("url", sa.String(length=500), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("language", sa.String(length=35), nullable=True),
        sa.Column("title_terms", sa.Text(), nullable=False),
        sa.Column("terms", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_search_entries")),
        info={"private": True},
    )
    with op.batch_alter_table("search_entries", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_search_entries_scope_kind"), ["scope", "kind"], unique=False)

    op.create_table(
        "search_states",
        sa.Column("scope", sa.String(length=120), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("scope", name=op.f("pk_search_states")),
        info={"private": True},
    )
    op.create_table(
        "series",
        sa.Column("slug", sa.String(length=120), nullable=False),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("gathering", sa.String(length=60), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_series")),
        sa.UniqueConstraint("slug", name=op.f("uq_series_slug")),
    )
    op.create_table(
        "signing_keys",
        sa.Column("fingerprint", sa.String(length=80), nullable=False),
        sa.Column("public_key", sa.String(length=80), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("retired_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_signing_keys")),
        sa.UniqueConstraint("fingerprint", name=op.f("uq_signing_keys_fingerprint")),
    )
    op.create_table(
        "slugs",
        sa.Column(
            "space",
            sa.Enum(
                "conference",
                "organization",
                "official",
                name="slugspace",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("target_id", sa.Integer(), nullable=False),
        sa.Column("is_current", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_slugs")),
        sa.UniqueConstraint("space", "name", name=op.f("uq_slugs_space_name")),
    )
    with op.batch_alter_table("slugs", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_slugs_target_id"), ["target_id"], unique=False)
        batch_op.create_index(
            "uq_slugs_current",
            ["space", "target_id"],
            unique=True,
            sqlite_where=sa.text("is_current"),
            postgresql_where=sa.text("is_current"),
        )

    op.create_table(
        "users",
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("password_hash", sa.String(length=300), nullable=True),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.Column("is_demonstration", sa.Boolean(), nullable=False),
        sa.Column("language", sa.String(length=35), nullable=True),
        sa.Column("session_stamp", sa.String(length=64), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("signed_in_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_users")),
        sa.UniqueConstraint("email", name=op.f("uq_users_email")),
    )
    op.create_table(
        "audit_entries",
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("action", sa.String(length=60), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("subject_table", sa.String(length=60), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=False),
        sa.Column("detail", JSON, nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["by_id"], ["users.id"], name=op.f("fk_audit_entries_by_id"), ondelete="SET NULL"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_entries")),
        info={"append_only": True, "thawed_columns": ("by_id",)},
    )
    with op.batch_alter_table("audit_entries", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_audit_entries_at"), ["at"], unique=False)
        batch_op.create_index(batch_op.f("ix_audit_entries_by_id"), ["by_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_audit_entries_subject_table_subject_id"), ["subject_table", "subject_id"], unique=False
        )

    op.create_table(
        "body_names",
        sa.Column("body_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "former",
                "variant",
                "translation",
                "printed",
                name="namekind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("name", sa.String(length=500), nullable=False),
        sa.Column("language", sa.String(length=35), nullable=True),
        sa.Column("valid_from", sa.String(length=16), nullable=True),
        sa.Column("valid_until", sa.String(length=16), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("provenance", JSON, server_default="{}", nullable=False),
        sa.ForeignKeyConstraint(["body_id"], ["bodies.id"], name=op.f("fk_body_names_body_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_body_names")),
        sa.UniqueConstraint("body_id", "position", name=op.f("uq_body_names_body_id_position")),
    )
    op.create_table(
        "offices",
        sa.Column("body_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=120), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("is_unique", sa.Boolean(), nullable=False),
        sa.Column("is_presiding", sa.Boolean(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column("is_abolished", sa.Boolean(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("provenance", JSON, server_default="{}", nullable=False),
        sa.Column("language", sa.String(length=35), nullable=True),
        sa.Column("translations", JSON, server_default="{}", nullable=False),
        sa.ForeignKeyConstraint(["body_id"], ["bodies.id"], name=op.f("fk_offices_body_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_offices")),
        sa.UniqueConstraint("body_id", "key", name=op.f("uq_offices_body_id_key")),
    )
    op.create_table(
        "official_names",
        sa.Column("official_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "former",
                "variant",
                "translation",
                "printed",
                name="namekind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("language", sa.String(length=35), nullable=True),
        sa.Column("valid_from", sa.String(length=16), nullable=True),
        sa.Column("valid_until", sa.String(length=16), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("provenance", JSON, server_default="{}", nullable=False),
        sa.ForeignKeyConstraint(
            ["official_id"], ["officials.id"], name=op.f("fk_official_names_official_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_official_names")),
        sa.UniqueConstraint("official_id", "position", name=op.f("uq_official_names_official_id_position")),
    )
    op.create_table(
        "organizations",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("slug", sa.String(length=120), nullable=False),
        sa.Column(
            "organization_kind",
            sa.Enum(
                "host",
                "member",
                "partner",
                "observer",
                "intergovernmental",
                "other",
                name="organizationkind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("country", sa.String(length=120), nullable=True),
        sa.Column("seat", sa.String(length=300), nullable=True),
        sa.Column("founded_on", sa.String(length=16), nullable=True),
        sa.Column("dissolved_on", sa.String(length=16), nullable=True),
        sa.Column("description", sa.Text(), nullable=True),
        sa.Column("parent_id", sa.Integer(), nullable=True),
        sa.Column("successor_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["id"], ["bodies.id"], name=op.f("fk_organizations_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["parent_id"], ["organizations.id"], name=op.f("fk_organizations_parent_id")),
        sa.ForeignKeyConstraint(["successor_id"], ["organizations.id"], name=op.f("fk_organizations_successor_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organizations")),
        sa.UniqueConstraint("slug", name=op.f("uq_organizations_slug")),
    )
    with op.batch_alter_table("organizations", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_organizations_parent_id"), ["parent_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_organizations_successor_id"), ["successor_id"], unique=False)

    op.create_table(
        "sign_in_links",
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("secret_digest", sa.String(length=64), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_sign_in_links_user_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_in_links")),
        sa.UniqueConstraint("secret_digest", name=op.f("uq_sign_in_links_secret_digest")),
    )
    with op.batch_alter_table("sign_in_links", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sign_in_links_user_id"), ["user_id"], unique=False)

    op.create_table(
        "appointments",
        sa.Column("official_id", sa.Integer(), nullable=False),
        sa.Column("office_id", sa.Integer(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "proposed",
                "accepted",
                "declined",
                "in_force",
                "ended",
                name="appointmentstate",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("is_acting", sa.Boolean(), nullable=False),
        sa.Column("holds_alone", sa.Boolean(), nullable=False),
        sa.Column("responsibility", sa.String(length=300), nullable=True),
        sa.Column("territory", sa.String(length=200), nullable=True),
        sa.Column("term_start", sa.String(length=40), nullable=True),
        sa.Column("term_end", sa.String(length=40), nullable=True),
        sa.Column("starts_earliest", sa.DateTime(timezone=True), nullable=True),
        sa.Column("starts_latest", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ends_earliest", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ends_latest", sa.DateTime(timezone=True), nullable=True),
        sa.Column(
            "instrument",
            sa.Enum(
                "decision",
                "letter",
                "election",
                "appointment",
                "other",
                name="instrumentkind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column("instrument_text", sa.Text(), nullable=True),
        sa.Column("appointed_by_id", sa.Integer(), nullable=True),
        sa.Column("appointed_by_body_id", sa.Integer(), nullable=True),
        sa.Column("predecessor_id", sa.Integer(), nullable=True),
        sa.Column("end_reason", sa.String(length=300), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("provenance", JSON, server_default="{}", nullable=False),
        sa.Column("language", sa.String(length=35), nullable=True),
        sa.Column("translations", JSON, server_default="{}", nullable=False),
        sa.CheckConstraint(
            "starts_latest IS NULL OR ends_earliest IS NULL OR starts_earliest <= ends_latest",
            name=op.f("ck_appointments_term"),
        ),
        sa.ForeignKeyConstraint(
            ["appointed_by_body_id"], ["bodies.id"], name=op.f("fk_appointments_appointed_by_body_id")
        ),
        sa.ForeignKeyConstraint(["appointed_by_id"], ["officials.id"], name=op.f("fk_appointments_appointed_by_id")),
        sa.ForeignKeyConstraint(["office_id"], ["offices.id"], name=op.f("fk_appointments_office_id")),
        sa.ForeignKeyConstraint(["official_id"], ["officials.id"], name=op.f("fk_appointments_official_id")),
        sa.ForeignKeyConstraint(["predecessor_id"], ["appointments.id"], name=op.f("fk_appointments_predecessor_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appointments")),
        info={"unique_office": True},
    )
    with op.batch_alter_table("appointments", schema=None) as batch_op:
        batch_op.create_index(
            "ix_appointments_office_terms", ["office_id", "starts_latest", "ends_earliest"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_appointments_official_id"), ["official_id"], unique=False)

    op.create_table(
        "conferences",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("slug", sa.String(length=120), nullable=False),
        sa.Column("series_id", sa.Integer(), nullable=True),
        sa.Column("ordinal", sa.Integer(), nullable=True),
        sa.Column("preceded_by", sa.String(length=300), nullable=True),
        sa.Column("subtitle", sa.String(length=500), nullable=True),
        sa.Column("description", sa.Text(), nullable=True),
        sa.Column("convener_id", sa.Integer(), nullable=True),
        sa.Column("convening_official_id", sa.Integer(), nullable=True),
        sa.Column("host_id", sa.Integer(), nullable=True),
        sa.Column(
            "format",
            sa.Enum(
                "in_person",
                "online",
                "hybrid",
                name="conferenceformat",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("place", sa.String(length=300), nullable=True),
        sa.Column("venue", sa.String(length=300), nullable=True),
        sa.Column("online_link", sa.String(length=500), nullable=True),
        sa.Column("zone", sa.String(length=64), nullable=True),
        sa.Column("languages", JSON, server_default="[]", nullable=False),
        sa.Column("record_languages", JSON, server_default="[]", nullable=False),
        sa.Column("calendar", sa.String(length=40), nullable=True),
        sa.Column("announced_on", sa.String(length=16), nullable=True),
        sa.Column("convened_on", sa.String(length=16), nullable=True),
        sa.Column("starts_on", sa.String(length=16), nullable=True),
        sa.Column("ends_on", sa.String(length=16), nullable=True),
        sa.Column("opened", sa.String(length=40), nullable=True),
        sa.Column("closed", sa.String(length=40), nullable=True),
        sa.Column(
            "state",
            sa.Enum(
                "planned",
                "convened",
                "preparing",
                "open",
                "closed",
                "archived",
                name="conferencestate",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("is_public", sa.Boolean(), nullable=False),
        sa.Column("participants_issued", sa.Boolean(), nullable=False),
        sa.Column("category", sa.String(length=300), nullable=True),
        sa.Column("tags", JSON, server_default="[]", nullable=False),
        sa.Column("accent", sa.String(length=7), nullable=True),
        sa.CheckConstraint("ordinal IS NULL OR ordinal > 0", name=op.f("ck_conferences_ordinal")),
        sa.ForeignKeyConstraint(["convener_id"], ["bodies.id"], name=op.f("fk_conferences_convener_id")),
        sa.ForeignKeyConstraint(
            ["convening_official_id"], ["officials.id"], name=op.f("fk_conferences_convening_official_id")
        ),
        sa.ForeignKeyConstraint(["host_id"], ["organizations.id"], name=op.f("fk_conferences_host_id")),
        sa.ForeignKeyConstraint(["id"], ["bodies.id"], name=op.f("fk_conferences_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["series_id"], ["series.id"], name=op.f("fk_conferences_series_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_conferences")),
        sa.UniqueConstraint("series_id", "ordinal", name=op.f("uq_conferences_series_id_ordinal")),
        sa.UniqueConstraint("slug", name=op.f("uq_conferences_slug")),
    )
    op.create_table(
        "organization_events",
        sa.Column("organization_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=60), nullable=False),
        sa.Column("occurred_on", sa.String(length=16), nullable=True),
        sa.Column("place", sa.String(length=300), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("provenance", JSON, server_default="{}", nullable=False),
        sa.Column("language", sa.String(length=35), nullable=True),
        sa.Column("translations", JSON, server_default="{}", nullable=False),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["organizations.id"],
            name=op.f("fk_organization_events_organization_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organization_events")),
        sa.UniqueConstraint(
            "organization_id", "position", name=op.f("uq_organization_events_organization_id_position")
        ),
    )
    op.create_table(
        "organs",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("organization_id", sa.Integer(), nullable=False),
        sa.Column("organ_kind", sa.String(length=60), nullable=False),
        sa.Column("territory", sa.String(length=200), nullable=True),
        sa.Column("founded_on", sa.String(length=16), nullable=True),
        sa.Column("dissolved_on", sa.String(length=16), nullable=True),
        sa.ForeignKeyConstraint(["id"], ["bodies.id"], name=op.f("fk_organs_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["organization_id"], ["organizations.id"], name=op.f("fk_organs_organization_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organs")),
    )
    with op.batch_alter_table("organs", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_organs_organization_id"), ["organization_id"], unique=False)

    op.create_table(
        "case_entries",
        sa.Column("conference_id", sa.Integer(), nullable=False),
        sa.Column("section", sa.String(length=60), nullable=False),
        sa.Column("key", sa.String(length=120), nullable=False),
        sa.Column("target_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["conference_id"], ["conferences.id"], name=op.f("fk_case_entries_conference_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_entries")),
        sa.UniqueConstraint("conference_id", "section", "key", name=op.f("uq_case_entries_conference_id_section_key")),
        sa.UniqueConstraint(
            "conference_id", "section", "target_id", name=op.f("uq_case_entries_conference_id_section_target_id")
        ),
        info={"private": True},
    )
    op.create_table(
        "case_imports",
        sa.Column("conference_id", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(length=80), nullable=False),
        sa.Column("imported_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("imported_by_id", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["conference_id"], ["conferences.id"], name=op.f("fk_case_imports_conference_id")),
        sa.ForeignKeyConstraint(["imported_by_id"], ["users.id"], name=op.f("fk_case_imports_imported_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_case_imports")),
        sa.UniqueConstraint("conference_id", name=op.f("uq_case_imports_conference_id")),
        info={"private": True},
    )
    op.create_table(
        "convening_instruments",
        sa.Column("conference_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=120), nullable=False),
        sa.Column("title", sa.String(length=500), nullable=False),
        sa.Column("issued_on", sa.String(length=16), nullable=True),
        sa.Column("issued_by", sa.String(length=300), nullable=True),
        sa.Column("summary", sa.Text(), nullable=True),
        sa.Column("annex", sa.String(length=40), nullable=True),
        sa.Column("delegates_max", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("provenance", JSON, server_default="{}", nullable=False),
        sa.Column("language", sa.String(length=35), nullable=True),
        sa.Column("translations", JSON, server_default="{}", nullable=False),
        sa.ForeignKeyConstraint(
            ["conference_id"],
            ["conferences.id"],
            name=op.f("fk_convening_instruments_conference_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_convening_instruments")),
        sa.UniqueConstraint("conference_id", "position", name=op.f("uq_convening_instruments_conference_id_position")),
    )
    op.create_table(
        "delegations",
        sa.Column("conference_id", sa.Integer(), nullable=False),
        sa.Column("organization_id", sa.Integer(), nullable=True),
        sa.Column("key", sa.String(length=120), nullable=False),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column(
            "category",
            sa.Enum(
                "member",
                "observer",
                "intergovernmental",
                "non_governmental",
                "guest",
                "secretariat",
                "individual",
                name="delegationcategory",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("is_voting", sa.Boolean(), nullable=False),
        sa.Column("votes", sa.Integer(), nullable=False),
        sa.Column(
            "credentials",
            sa.Enum(
                "none",
                "presented",
                "accepted",
                "rejected",
                name="credentialsstate",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("credentials_on", sa.String(length=16), nullable=True),
        sa.Column("credentials_note", sa.Text(), nullable=True),
        sa.Column("first_present", sa.String(length=60), nullable=True),
        sa.Column("withdrawn", sa.String(length=40), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("provenance", JSON, server_default="{}", nullable=False),
        sa.Column("language", sa.String(length=35), nullable=True),
        sa.Column("translations", JSON, server_default="{}", nullable=False),
        sa.CheckConstraint(
            "organization_id IS NOT NULL OR category = 'individual'", name=op.f("ck_delegations_organization")
        ),
        sa.CheckConstraint("votes >= 0", name=op.f("ck_delegations_votes")),
        sa.ForeignKeyConstraint(["conference_id"], ["conferences.id"], name=op.f("fk_delegations_conference_id")),
        sa.ForeignKeyConstraint(["organization_id"], ["organizations.id"], name=op.f("fk_delegations_organization_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_delegations")),
        sa.UniqueConstraint("conference_id", "key", name=op.f("uq_delegations_conference_id_key")),
        sa.UniqueConstraint(
            "conference_id", "organization_id", name=op.f("uq_delegations_conference_id_organization_id")
        ),
    )
    with op.batch_alter_table("delegations", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_delegations_organization_id"), ["organization_id"], unique=False)

    op.create_table(
        "documents",
        sa.Column("conference_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=120), nullable=False),
        sa.Column("symbol", sa.String(length=120), nullable=True),
        sa.Column("kind", sa.String(length=60), nullable=False),
        sa.Column("title", sa.String(length=500), nullable=False),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("annex", sa.String(length=40), nullable=True),
        sa.Column("issued_on", sa.String(length=16), nullable=True),
        sa.Column("author", sa.String(length=300), nullable=True),
        sa.Column("url", sa.String(length=500), nullable=True),
        sa.Column(
            "state",
            sa.Enum(
                "draft",
                "issued",
                "withdrawn",
                name="documentstate",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("withdrawn_reason", sa.Text(), nullable=True),
        sa.Column("embargo_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("corrects_id", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("provenance", JSON, server_default="{}", nullable=False),
        sa.Column("language", sa.String(length=35), nullable=True),
        sa.Column("translations", JSON, server_default="{}", nullable=False),
        sa.ForeignKeyConstraint(["conference_id"], ["conferences.id"], name=op.f("fk_documents_conference_id")),
        sa.ForeignKeyConstraint(["corrects_id"], ["documents.id"], name=op.f("fk_documents_corrects_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_documents")),
        sa.UniqueConstraint("conference_id", "key", name=op.f("uq_documents_conference_id_key")),
        sa.UniqueConstraint("conference_id", "symbol", name=op.f("uq_documents_conference_id_symbol")),
    )
    op.create_table(
        "editions",
        sa.Column("conference_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("language", sa.String(length=35), nullable=False),
        sa.Column("title", sa.String(length=500), nullable=False),
        sa.Column("category", sa.String(length=300), nullable=True),
        sa.Column("tags", JSON, nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("published_by_id", sa.Integer(), nullable=True),
        sa.Column("published_by", sa.String(length=300), nullable=False),
        sa.Column("digest", sa.String(length=80), nullable=False),
        sa.Column("previous_digest", sa.String(length=80), nullable=True),
        sa.Column("key_id", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("waivers", JSON, nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "published", "withdrawn", name="editionstate", native_enum=False, create_constraint=True, length=40
            ),
            nullable=False,
        ),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("withdrawn_reason", sa.Text(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.ForeignKeyConstraint(["conference_id"], ["conferences.id"], name=op.f("fk_editions_conference_id")),
        sa.ForeignKeyConstraint(["key_id"], ["signing_keys.id"], name=op.f("fk_editions_key_id")),
        sa.ForeignKeyConstraint(["published_by_id"], ["users.id"], name=op.f("fk_editions_published_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_editions")),
        sa.UniqueConstraint("conference_id", "number", name=op.f("uq_editions_conference_id_number")),
        sa.UniqueConstraint("digest", name=op.f("uq_editions_digest")),
        info={"frozen_when": "1 = 1", "thawed_columns": ["state", "withdrawn_at", "withdrawn_reason", "version"]},
    )
    op.create_table(
        "grants",
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column(
            "role",
            sa.Enum(
                "administrator",
                "convener",
                "organizer",
                "secretary",
                "committee",
                "delegate",
                "reader",
                name="role",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("conference_id", sa.Integer(), nullable=True),
        sa.Column("granted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("granted_by_id", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(role IN ('administrator', 'convener')) = (conference_id IS NULL)", name=op.f("ck_grants_scope")
        ),
        sa.ForeignKeyConstraint(
            ["conference_id"], ["conferences.id"], name=op.f("fk_grants_conference_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["granted_by_id"], ["users.id"], name=op.f("fk_grants_granted_by_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_grants_user_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_grants")),
        sa.UniqueConstraint(
            "user_id",
            "role",
            "conference_id",
            name=op.f("uq_grants_user_id_role_conference_id"),
            postgresql_nulls_not_distinct=True,
        ),
    )
    with op.batch_alter_table("grants", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_grants_conference_id"), ["conference_id"], unique=False)

    op.create_table(
        "guests",
        sa.Column("conference_id", sa.Integer(), nullable=False),
        sa.Column("official_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("capacity", sa.String(length=500), nullable=True),
        sa.Column("is_listed", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("provenance", JSON, server_default="{}", nullable=False),
        sa.Column("language", sa.String(length=35), nullable=True),
        sa.Column("translations", JSON, server_default="{}", nullable=False),
        sa.ForeignKeyConstraint(["conference_id"], ["conferences.id"], name=op.f("fk_guests_conference_id")),
        sa.ForeignKeyConstraint(["official_id"], ["officials.id"], name=op.f("fk_guests_official_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_guests")),
        sa.UniqueConstraint("conference_id", "official_id", name=op.f("uq_guests_conference_id_official_id")),
        sa.UniqueConstraint("conference_id", "position", name=op.f("uq_guests_conference_id_position")),
    )
    with op.batch_alter_table("guests", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_guests_official_id"), ["official_id"], unique=False)

    op.create_table(
        "halls",
        sa.Column("conference_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=120), nullable=False),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("capacity", sa.Integer(), nullable=True),
        sa.Column("address", sa.String(length=500), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("provenance", JSON, server_default="{}", nullable=False),
        sa.Column("language", sa.String(length=35), nullable=True),
        sa.Column("translations", JSON, server_default="{}", nullable=False),
        sa.ForeignKeyConstraint(["conference_id"], ["conferences.id"], name=op.f("fk_halls_conference_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_halls")),
        sa.UniqueConstraint("conference_id", "key", name=op.f("uq_halls_conference_id_key")),
    )
    op.create_table(
        "invitations",
        sa.Column("conference_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("organization_id", sa.Integer(), nullable=True),
        sa.Column("official_id", sa.Integer(), nullable=True),
        sa.Column(
            "state",
            sa.Enum(
                "sent",
                "accepted",
                "declined",
                "unanswered",
                name="invitationstate",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("sent_on", sa.String(length=16), nullable=True),
        sa.Column("answered_on", sa.String(length=16), nullable=True),
        sa.Column("delegates_max", sa.Integer(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("provenance", JSON, server_default="{}", nullable=False),
        sa.Column("language", sa.String(length=35), nullable=True),
        sa.Column("translations", JSON, server_default="{}", nullable=False),
        sa.CheckConstraint(
            "(organization_id IS NULL) <> (official_id IS NULL)", name=op.f("ck_invitations_one_addressee")
        ),
        sa.ForeignKeyConstraint(["conference_id"], ["conferences.id"], name=op.f("fk_invitations_conference_id")),
        sa.ForeignKeyConstraint(["official_id"], ["officials.id"], name=op.f("fk_invitations_official_id")),
        sa.ForeignKeyConstraint(["organization_id"], ["organizations.id"], name=op.f("fk_invitations_organization_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitations")),
        sa.UniqueConstraint("conference_id", "position", name=op.f("uq_invitations_conference_id_position")),
    )
    with op.batch_alter_table("invitations", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_invitations_official_id"), ["official_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_invitations_organization_id"), ["organization_id"], unique=False)

    op.create_table(
        "occasions",
        sa.Column("conference_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("meaning", sa.Text(), nullable=True),
        sa.Column("anniversary", sa.Integer(), nullable=True),
        sa.Column("base_event", sa.String(length=300), nullable=True),
        sa.Column("base_date", sa.String(length=16), nullable=True),
        sa.Column("occurs_on", sa.String(length=16), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("provenance", JSON, server_default="{}", nullable=False),
        sa.Column("language", sa.String(length=35), nullable=True),
        sa.Column("translations", JSON, server_default="{}", nullable=False),
        sa.ForeignKeyConstraint(
            ["conference_id"], ["conferences.id"], name=op.f("fk_occasions_conference_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_occasions")),
        sa.UniqueConstraint("conference_id", "position", name=op.f("uq_occasions_conference_id_position")),
    )
    op.create_table(
        "releases",
        sa.Column("conference_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("comment", sa.Text(), nullable=True),
        sa.Column("released_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("released_by_id", sa.Integer(), nullable=True),
        sa.Column("timetable", JSON, nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["conference_id"], ["conferences.id"], name=op.f("fk_releases_conference_id")),
        sa.ForeignKeyConstraint(["released_by_id"], ["users.id"], name=op.f("fk_releases_released_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_releases")),
        sa.UniqueConstraint("conference_id", "name", name=op.f("uq_releases_conference_id_name")),
        sa.UniqueConstraint("conference_id", "number", name=op.f("uq_releases_conference_id_number")),
        info={"append_only": True},
    )
    op.create_table(
        "rulebooks",
        sa.Column("conference_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("preset", sa.String(length=60), nullable=True),
        sa.Column("adopted", sa.String(length=40), nullable=True),
        sa.Column("rules", JSON, nullable=False),
        sa.Column("is_in_use", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("provenance", JSON, server_default="{}", nullable=False),
        sa.Column("language", sa.String(length=35), nullable=True),
        sa.Column("translations", JSON, server_default="{}", nullable=False),
        sa.ForeignKeyConstraint(
            ["conference_id"], ["conferences.id"], name=op.f("fk_rulebooks_conference_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rulebooks")),
        sa.UniqueConstraint("conference_id", "number", name=op.f("uq_rulebooks_conference_id_number")),
        info={"frozen_when": "OLD.is_in_use", "thawed_columns": ["version", "provenance", "translations"]},
    )
    op.create_table(
        "sources",
        sa.Column("conference_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=120), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=500), nullable=False),
        sa.Column("citation", sa.Text(), nullable=True),
        sa.Column("url", sa.String(length=500), nullable=True),
        sa.Column("rights", sa.String(length=500), nullable=True),
        sa.Column("language", sa.String(length=35), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["conference_id"], ["conferences.id"], name=op.f("fk_sources_conference_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sources")),
        sa.UniqueConstraint("conference_id", "key", name=op.f("uq_sources_conference_id_key")),
    )
    op.create_table(
        "tracks",
        sa.Column("conference_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=120), nullable=False),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("colour", sa.String(length=7), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("provenance", JSON, server_default="{}", nullable=False),
        sa.Column("language", sa.String(length=35), nullable=True),
        sa.Column("translations", JSON, server_default="{}", nullable=False),
        sa.ForeignKeyConstraint(["conference_id"], ["conferences.id"], name=op.f("fk_tracks_conference_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tracks")),
        sa.UniqueConstraint("conference_id", "key", name=op.f("uq_tracks_conference_id_key")),
    )
    op.create_table(
        "view_counts",
        sa.Column("conference_id", sa.Integer(), nullable=False),
        sa.Column("views", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["conference_id"], ["conferences.id"], name=op.f("fk_view_counts_conference_id")),
        sa.PrimaryKeyConstraint("conference_id", name=op.f("pk_view_counts")),
        info={"private": True},
    )
    op.create_table(
        "committees",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("conference_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=120), nullable=False),
        sa.Column(
            "committee_kind",
            sa.Enum(
                "preparatory",
                "credentials",
                "drafting",
                "programme",
                "nominating",
                "section",
                "other",
                name="committeekind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("mandate", sa.Text(), nullable=True),
        sa.Column("set_up_on", sa.String(length=16), nullable=True),
        sa.Column("set_up_by", sa.String(length=300), nullable=True),
        sa.Column("period_start", sa.String(length=16), nullable=True),
        sa.Column("period_end", sa.String(length=16), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("report", sa.Text(), nullable=True),
        sa.Column("report_dated", sa.String(length=16), nullable=True),
        sa.Column("report_presented", sa.String(length=40), nullable=True),
        sa.Column("report_document_id", sa.Integer(), nullable=True),
        sa.Column("rapporteur_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["conference_id"], ["conferences.id"], name=op.f("fk_committees_conference_id")),
        sa.ForeignKeyConstraint(["id"], ["bodies.id"], name=op.f("fk_committees_id"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(["rapporteur_id"], ["officials.id"], name=op.f("fk_committees_rapporteur_id")),
        sa.ForeignKeyConstraint(
            ["report_document_id"], ["documents.id"], name=op.f("fk_committees_report_document_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_committees")),
        sa.UniqueConstraint("conference_id", "key", name=op.f("uq_committees_conference_id_key")),
    )
    op.create_table(
        "delegates",
        sa.Column("delegation_id", sa.Integer(), nullable=False),
        sa.Column("official_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=120), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column(
            "role",
            sa.Enum(
                "head",
                "deputy",
                "delegate",
                "alternate",
                "adviser",
                name="delegaterole",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("title", sa.String(length=500), nullable=True),
        sa.Column("term_start", sa.String(length=40), nullable=True),
        sa.Column("term_end", sa.String(length=40), nullable=True),
        sa.Column("replaces_id", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("provenance", JSON, server_default="{}", nullable=False),
        sa.Column("language", sa.String(length=35), nullable=True),
        sa.Column("translations", JSON, server_default="{}", nullable=False),
        sa.ForeignKeyConstraint(["delegation_id"], ["delegations.id"], name=op.f("fk_delegates_delegation_id")),
        sa.ForeignKeyConstraint(["official_id"], ["officials.id"], name=op.f("fk_delegates_official_id")),
        sa.ForeignKeyConstraint(["replaces_id"], ["delegates.id"], name=op.f("fk_delegates_replaces_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_delegates")),
        sa.UniqueConstraint("delegation_id", "key", name=op.f("uq_delegates_delegation_id_key")),
        sa.UniqueConstraint("delegation_id", "position", name=op.f("uq_delegates_delegation_id_position")),
    )
    with op.batch_alter_table("delegates", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_delegates_official_id"), ["official_id"], unique=False)

    op.create_table(
        "document_signatories",
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("official_id", sa.Integer(), nullable=False),
        sa.Column("capacity", sa.String(length=300), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("provenance", JSON, server_default="{}", nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.id"], name=op.f("fk_document_signatories_document_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["official_id"], ["officials.id"], name=op.f("fk_document_signatories_official_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document_signatories")),
        sa.UniqueConstraint("document_id", "position", name=op.f("uq_document_signatories_document_id_position")),
    )
    op.create_table(
        "committee_meetings",
        sa.Column("committee_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("met", sa.String(length=40), nullable=True),
        sa.Column("place", sa.String(length=300), nullable=True),
        sa.Column("summary", sa.Text(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("provenance", JSON, server_default="{}", nullable=False),
        sa.Column("language", sa.String(length=35), nullable=True),
        sa.Column("translations", JSON, server_default="{}", nullable=False),
        sa.ForeignKeyConstraint(
            ["committee_id"], ["committees.id"], name=op.f("fk_committee_meetings_committee_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_committee_meetings")),
        sa.UniqueConstraint("committee_id", "position", name=op.f("uq_committee_meetings_committee_id_position")),
    )
    op.create_table(
        "letters",
        sa.Column("conference_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=120), nullable=False),
        sa.Column("register_number", sa.Integer(), nullable=False),
        sa.Column("printed_number", sa.String(length=40), nullable=True),
        sa.Column(
            "kind",
            sa.Enum(
                "congratulatory",
                "communication",
                "proposal",
                "invitation",
                "credentials",
                "reply",
                "other",
                name="letterkind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("medium", sa.String(length=120), nullable=True),
        sa.Column("sender_name", sa.String(length=500), nullable=True),
        sa.Column("sender_organization_id", sa.Integer(), nullable=True),
        sa.Column("sender_official_id", sa.Integer(), nullable=True),
        sa.Column("signatory", sa.String(length=300), nullable=True),
        sa.Column("capacity", sa.String(length=300), nullable=True),
        sa.Column("addressee", sa.String(length=300), nullable=True),
        sa.Column("via", sa.String(length=300), nullable=True),
        sa.Column("place", sa.String(length=300), nullable=True),
        sa.Column("written_on", sa.String(length=16), nullable=True),
        sa.Column("written_in", sa.String(length=35), nullable=True),
        sa.Column("received", sa.String(length=40), nullable=True),
        sa.Column("subject", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("items", sa.Integer(), nullable=True),
        sa.Column("enclosures", sa.Integer(), nullable=True),
        sa.Column("disposition", sa.Text(), nullable=True),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "received",
                "registered",
                "acknowledged",
                "accepted",
                "presented",
                "annexed",
                "declined",
                name="letterstate",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("acknowledged_on", sa.String(length=16), nullable=True),
        sa.Column("accepted_on", sa.String(length=16), nullable=True),
        sa.Column("is_public", sa.Boolean(), nullable=False),
        sa.Column("annex", sa.String(length=40), nullable=True),
        sa.Column("referred_to_id", sa.Integer(), nullable=True),
        sa.Column("referred_on", sa.String(length=16), nullable=True),
        sa.Column("referred_by_id", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("provenance", JSON, server_default="{}", nullable=False),
        sa.Column("language", sa.String(length=35), nullable=True),
        sa.Column("translations", JSON, server_default="{}", nullable=False),
        sa.ForeignKeyConstraint(["conference_id"], ["conferences.id"], name=op.f("fk_letters_conference_id")),
        sa.ForeignKeyConstraint(["referred_by_id"], ["officials.id"], name=op.f("fk_letters_referred_by_id")),
        sa.ForeignKeyConstraint(["referred_to_id"], ["committees.id"], name=op.f("fk_letters_referred_to_id")),
        sa.ForeignKeyConstraint(["sender_official_id"], ["officials.id"], name=op.f("fk_letters_sender_official_id")),
        sa.ForeignKeyConstraint(
            ["sender_organization_id"], ["organizations.id"], name=op.f("fk_letters_sender_organization_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letters")),
        sa.UniqueConstraint("conference_id", "key", name=op.f("uq_letters_conference_id_key")),
        sa.UniqueConstraint("conference_id", "register_number", name=op.f("uq_letters_conference_id_register_number")),
    )
    with op.batch_alter_table("letters", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_letters_referred_to_id"), ["referred_to_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_letters_sender_official_id"), ["sender_official_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_letters_sender_organization_id"), ["sender_organization_id"], unique=False)

    op.create_table(
        "sessions",
        sa.Column("conference_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("label", sa.String(length=60), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "opening",
                "plenary",
                "committee",
                "parallel",
                "ceremony",
                "closing",
                "other",
                name="sessionkind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("title", sa.String(length=500), nullable=True),
        sa.Column("committee_id", sa.Integer(), nullable=True),
        sa.Column("hall_id", sa.Integer(), nullable=True),
        sa.Column("track_id", sa.Integer(), nullable=True),
        sa.Column("online_link", sa.String(length=500), nullable=True),
        sa.Column("place", sa.String(length=300), nullable=True),
        sa.Column("planned_start", sa.DateTime(timezone=True), nullable=True),
        sa.Column("planned_end", sa.DateTime(timezone=True), nullable=True),
        sa.Column("held_on", sa.String(length=16), nullable=True),
        sa.Column(
            "weekday",
            sa.Enum(
                "monday",
                "tuesday",
                "wednesday",
                "thursday",
                "friday",
                "saturday",
                "sunday",
                name="weekday",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column("opened", sa.String(length=40), nullable=True),
        sa.Column("adjourned", sa.String(length=40), nullable=True),
        sa.Column("opening_note", sa.String(length=500), nullable=True),
        sa.Column("adjournment_note", sa.String(length=500), nullable=True),
        sa.Column("presiding_id", sa.Integer(), nullable=True),
        sa.Column("presiding_capacity", sa.String(length=300), nullable=True),
        sa.Column(
            "state",
            sa.Enum(
                "planned",
                "open",
                "suspended",
                "adjourned",
                "closed",
                "cancelled",
                name="sessionstate",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("provenance", JSON, server_default="{}", nullable=False),
        sa.Column("language", sa.String(length=35), nullable=True),
        sa.Column("translations", JSON, server_default="{}", nullable=False),
        sa.CheckConstraint(
            "planned_start IS NULL OR planned_end IS NULL OR planned_start < planned_end",
            name=op.f("ck_sessions_planned"),
        ),
        sa.ForeignKeyConstraint(["committee_id"], ["committees.id"], name=op.f("fk_sessions_committee_id")),
        sa.ForeignKeyConstraint(["conference_id"], ["conferences.id"], name=op.f("fk_sessions_conference_id")),
        sa.ForeignKeyConstraint(["hall_id"], ["halls.id"], name=op.f("fk_sessions_hall_id")),
        sa.ForeignKeyConstraint(["presiding_id"], ["officials.id"], name=op.f("fk_sessions_presiding_id")),
        sa.ForeignKeyConstraint(["track_id"], ["tracks.id"], name=op.f("fk_sessions_track_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sessions")),
        sa.UniqueConstraint("conference_id", "label", name=op.f("uq_sessions_conference_id_label")),
        sa.UniqueConstraint("conference_id", "position", name=op.f("uq_sessions_conference_id_position")),
    )
    with op.batch_alter_table("sessions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sessions_committee_id"), ["committee_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_sessions_hall_id"), ["hall_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_sessions_track_id"), ["track_id"], unique=False)

    op.create_table(
        "agendas",
        sa.Column("conference_id", sa.Integer(), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=True),
        sa.Column("key", sa.String(length=120), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=True),
        sa.Column(
            "state",
            sa.Enum(
                "draft",
                "provisional",
                "adopted",
                "superseded",
                name="agendastate",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("adopted", sa.String(length=40), nullable=True),
        sa.Column("adopted_in_id", sa.Integer(), nullable=True),
        sa.Column("adoption_note", sa.Text(), nullable=True),
        sa.Column("replaces_id", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("provenance", JSON, server_default="{}", nullable=False),
        sa.Column("language", sa.String(length=35), nullable=True),
        sa.Column("translations", JSON, server_default="{}", nullable=False),
        sa.ForeignKeyConstraint(["adopted_in_id"], ["sessions.id"], name=op.f("fk_agendas_adopted_in_id")),
        sa.ForeignKeyConstraint(["conference_id"], ["conferences.id"], name=op.f("fk_agendas_conference_id")),
        sa.ForeignKeyConstraint(["replaces_id"], ["agendas.id"], name=op.f("fk_agendas_replaces_id")),
        sa.ForeignKeyConstraint(["session_id"], ["sessions.id"], name=op.f("fk_agendas_session_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agendas")),
        sa.UniqueConstraint("conference_id", "key", name=op.f("uq_agendas_conference_id_key")),
        info={
            "frozen_when": "OLD.state IN ('adopted', 'superseded')",
            "thawed_columns": ["state", "version", "translations", "provenance"],
        },
    )
    with op.batch_alter_table("agendas", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_agendas_session_id"), ["session_id"], unique=False)

    op.create_table(
        "contributions",
        sa.Column("conference_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=120), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=True),
        sa.Column("hall_id", sa.Integer(), nullable=True),
        sa.Column("track_id", sa.Integer(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=60), nullable=False),
        sa.Column("title", sa.String(length=600), nullable=False),
        sa.Column("abstract", sa.Text(), nullable=True),
        sa.Column("planned_start", sa.DateTime(timezone=True), nullable=True),
        sa.Column("duration_minutes", sa.Integer(), nullable=True),
        sa.Column("is_withdrawn", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("provenance", JSON, server_default="{}", nullable=False),
        sa.Column("language", sa.String(length=35), nullable=True),
        sa.Column("translations", JSON, server_default="{}", nullable=False),
        sa.CheckConstraint("duration_minutes IS NULL OR duration_minutes > 0", name=op.f("ck_contributions_duration")),
        sa.ForeignKeyConstraint(["conference_id"], ["conferences.id"], name=op.f("fk_contributions_conference_id")),
        sa.ForeignKeyConstraint(["hall_id"], ["halls.id"], name=op.f("fk_contributions_hall_id")),
        sa.ForeignKeyConstraint(["session_id"], ["sessions.id"], name=op.f("fk_contributions_session_id")),
        sa.ForeignKeyConstraint(["track_id"], ["tracks.id"], name=op.f("fk_contributions_track_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contributions")),
        sa.UniqueConstraint("conference_id", "key", name=op.f("uq_contributions_conference_id_key")),
    )
    with op.batch_alter_table("contributions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_contributions_hall_id"), ["hall_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_contributions_session_id"), ["session_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_contributions_track_id"), ["track_id"], unique=False)

    op.create_table(
        "letter_presentations",
        sa.Column("letter_id", sa.Integer(), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column(
            "form",
            sa.Enum(
                "read",
                "summarized",
                "circulated",
                "mentioned",
                "reported",
                "printed",
                "annexed",
                name="presentationform",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("presented", sa.String(length=40), nullable=True),
        sa.Column("presented_by_id", sa.Integer(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("provenance", JSON, server_default="{}", nullable=False),
        sa.ForeignKeyConstraint(["letter_id"], ["letters.id"], name=op.f("fk_letter_presentations_letter_id")),
        sa.ForeignKeyConstraint(
            ["presented_by_id"], ["officials.id"], name=op.f("fk_letter_presentations_presented_by_id")
        ),
        sa.ForeignKeyConstraint(["session_id"], ["sessions.id"], name=op.f("fk_letter_presentations_session_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter_presentations")),
        sa.UniqueConstraint(
            "letter_id", "session_id", "form", name=op.f("uq_letter_presentations_letter_id_session_id_form")
        ),
    )
    with op.batch_alter_table("letter_presentations", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_letter_presentations_session_id"), ["session_id"], unique=False)

    op.create_table(
        "rolls",
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "taken",
                "not_taken",
                "not_printed",
                name="rollstate",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("taken", sa.String(length=40), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("provenance", JSON, server_default="{}", nullable=False),
        sa.Column("language", sa.String(length=35), nullable=True),
        sa.Column("translations", JSON, server_default="{}", nullable=False),
        sa.ForeignKeyConstraint(["session_id"], ["sessions.id"], name=op.f("fk_rolls_session_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rolls")),
        sa.UniqueConstraint("session_id", "position", name=op.f("uq_rolls_session_id_position")),
    )
    op.create_table(
        "agenda_items",
        sa.Column("agenda_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=120), nullable=False),
        sa.Column("parent_id", sa.Integer(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(length=40), nullable=False),
        sa.Column("title", sa.String(length=500), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "procedure",
                "election",
                "report",
                "discussion",
                "decision",
                "letters",
                "information",
                "break",
                "other",
                name="itemkind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("rapporteur_id", sa.Integer(), nullable=True),
        sa.Column("duration_minutes", sa.Integer(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("replaces_id", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("provenance", JSON, server_default="{}", nullable=False),
        sa.Column("language", sa.String(length=35), nullable=True),
        sa.Column("translations", JSON, server_default="{}", nullable=False),
        sa.ForeignKeyConstraint(
            ["agenda_id"], ["agendas.id"], name=op.f("fk_agenda_items_agenda_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["parent_id"], ["agenda_items.id"], name=op.f("fk_agenda_items_parent_id")),
        sa.ForeignKeyConstraint(["rapporteur_id"], ["officials.id"], name=op.f("fk_agenda_items_rapporteur_id")),
        sa.ForeignKeyConstraint(["replaces_id"], ["agenda_items.id"], name=op.f("fk_agenda_items_replaces_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agenda_items")),
        sa.UniqueConstraint("agenda_id", "key", name=op.f("uq_agenda_items_agenda_id_key")),
        sa.UniqueConstraint("agenda_id", "position", name=op.f("uq_agenda_items_agenda_id_position")),
        info={
            "frozen_when": "EXISTS (SELECT 1 FROM agendas WHERE agendas.id = OLD.agenda_id AND agendas.state IN ('adopted', 'superseded'))",
            "thawed_columns": ["outcome", "version", "translations", "provenance"],
        },
    )
    with op.batch_alter_table("agenda_items", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_agenda_items_parent_id"), ["parent_id"], unique=False)

    op.create_table(
        "contribution_people",
        sa.Column("contribution_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("official_id", sa.Integer(), nullable=False),
        sa.Column(
            "role",
            sa.Enum(
                "speaker",
                "author",
                "chair",
                "panelist",
                name="contributionrole",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("affiliation", sa.String(length=300), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("provenance", JSON, server_default="{}", nullable=False),
        sa.ForeignKeyConstraint(
            ["contribution_id"],
            ["contributions.id"],
            name=op.f("fk_contribution_people_contribution_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["official_id"], ["officials.id"], name=op.f("fk_contribution_people_official_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contribution_people")),
        sa.UniqueConstraint(
            "contribution_id", "position", name=op.f("uq_contribution_people_contribution_id_position")
        ),
    )
    with op.batch_alter_table("contribution_people", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_contribution_people_official_id"), ["official_id"], unique=False)

    op.create_table(
        "presences",
        sa.Column("roll_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("delegation_id", sa.Integer(), nullable=True),
        sa.Column("delegate_id", sa.Integer(), nullable=True),
        sa.Column("guest_id", sa.Integer(), nullable=True),
        sa.Column(
            "status",
            sa.Enum(
                "present",
                "absent",
                "excused",
                "unlisted",
                "unclear",
                name="presencestatus",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("printed_name", sa.String(length=300), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("provenance", JSON, server_default="{}", nullable=False),
        sa.CheckConstraint("(delegation_id IS NULL) <> (guest_id IS NULL)", name=op.f("ck_presences_who")),
        sa.ForeignKeyConstraint(["delegate_id"], ["delegates.id"], name=op.f("fk_presences_delegate_id")),
        sa.ForeignKeyConstraint(["delegation_id"], ["delegations.id"], name=op.f("fk_presences_delegation_id")),
        sa.ForeignKeyConstraint(["guest_id"], ["guests.id"], name=op.f("fk_presences_guest_id")),
        sa.ForeignKeyConstraint(["roll_id"], ["rolls.id"], name=op.f("fk_presences_roll_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_presences")),
        sa.UniqueConstraint("roll_id", "delegate_id", name=op.f("uq_presences_roll_id_delegate_id")),
        sa.UniqueConstraint("roll_id", "guest_id", name=op.f("uq_presences_roll_id_guest_id")),
        sa.UniqueConstraint("roll_id", "position", name=op.f("uq_presences_roll_id_position")),
    )
    with op.batch_alter_table("presences", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_presences_delegate_id"), ["delegate_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_presences_delegation_id"), ["delegation_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_presences_guest_id"), ["guest_id"], unique=False)

    op.create_table(
        "agenda_item_documents",
        sa.Column("item_id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name=op.f("fk_agenda_item_documents_document_id")),
        sa.ForeignKeyConstraint(
            ["item_id"], ["agenda_items.id"], name=op.f("fk_agenda_item_documents_item_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_agenda_item_documents")),
        sa.UniqueConstraint("item_id", "document_id", name=op.f("uq_agenda_item_documents_item_id_document_id")),
    )
    op.create_table(
        "log_entries",
        sa.Column("uid", sa.String(length=60), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "opened",
                "roll",
                "chair",
                "ceremony",
                "address",
                "floor_given",
                "statement",
                "debate",
                "declaration",
                "explanation",
                "guest",
                "letter_presented",
                "communication",
                "report",
                "document",
                "motion",
                "amendment",
                "renewed",
                "withdrawn",
                "vote",
                "vote_changed",
                "election",
                "decision",
                "appointment",
                "point_of_order",
                "ruling",
                "announcement",
                "notice",
                "request",
                "deferral",
                "record_approval",
                "signature",
                "thanks",
                "suspended",
                "resumed",
                "adjourned",
                "note",
                name="entrykind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("occurred", sa.String(length=40), nullable=True),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("recorded_by_id", sa.Integer(), nullable=True),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("agenda_item_id", sa.Integer(), nullable=True),
        sa.Column("committee_id", sa.Integer(), nullable=True),
        sa.Column("document_id", sa.Integer(), nullable=True),
        sa.Column("presentation_id", sa.Integer(), nullable=True),
        sa.Column("roll_id", sa.Integer(), nullable=True),
        sa.Column("strikes_id", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("provenance", JSON, server_default="{}", nullable=False),
        sa.Column("language", sa.String(length=35), nullable=True),
        sa.Column("translations", JSON, server_default="{}", nullable=False),
        sa.CheckConstraint("strikes_id IS NULL OR strikes_id <> id", name=op.f("ck_log_entries_strikes_another")),
        sa.ForeignKeyConstraint(["agenda_item_id"], ["agenda_items.id"], name=op.f("fk_log_entries_agenda_item_id")),
        sa.ForeignKeyConstraint(["committee_id"], ["committees.id"], name=op.f("fk_log_entries_committee_id")),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name=op.f("fk_log_entries_document_id")),
        sa.ForeignKeyConstraint(
            ["presentation_id"], ["letter_presentations.id"], name=op.f("fk_log_entries_presentation_id")
        ),
        sa.ForeignKeyConstraint(["recorded_by_id"], ["users.id"], name=op.f("fk_log_entries_recorded_by_id")),
        sa.ForeignKeyConstraint(["roll_id"], ["rolls.id"], name=op.f("fk_log_entries_roll_id")),
        sa.ForeignKeyConstraint(["session_id"], ["sessions.id"], name=op.f("fk_log_entries_session_id")),
        sa.ForeignKeyConstraint(["strikes_id"], ["log_entries.id"], name=op.f("fk_log_entries_strikes_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_log_entries")),
        sa.UniqueConstraint("session_id", "position", name=op.f("uq_log_entries_session_id_position")),
        sa.UniqueConstraint("strikes_id", name=op.f("uq_log_entries_strikes_id")),
        sa.UniqueConstraint("uid", name=op.f("uq_log_entries_uid")),
        info={"append_only": True},
    )
    with op.batch_alter_table("log_entries", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_log_entries_agenda_item_id"), ["agenda_item_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_log_entries_committee_id"), ["committee_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_log_entries_document_id"), ["document_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_log_entries_presentation_id"), ["presentation_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_log_entries_roll_id"), ["roll_id"], unique=False)

    op.create_table(
        "motions",
        sa.Column("conference_id", sa.Integer(), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("label", sa.String(length=60), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "resolution",
                "procedural",
                "nomination",
                "amendment",
                "substitute",
                "report",
                "record_approval",
                "presentation",
                "request",
                "appeal",
                "reconsideration",
                "withdrawal",
                "suspension",
                "adjournment",
                "closure",
                "thanks",
                "other",
                name="motionkind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("mover_id", sa.Integer(), nullable=True),
        sa.Column("mover_delegation_id", sa.Integer(), nullable=True),
        sa.Column("mover_capacity", sa.String(length=300), nullable=True),
        sa.Column("committee_id", sa.Integer(), nullable=True),
        sa.Column("agenda_item_id", sa.Integer(), nullable=True),
        sa.Column(
            "state",
            sa.Enum(
                "pending",
                "carried",
                "lost",
                "withdrawn",
                "replaced",
                "lapsed",
                "out_of_order",
                "received",
                "granted",
                "not_stated",
                name="motionstate",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("history", sa.Text(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("provenance", JSON, server_default="{}", nullable=False),
        sa.Column("language", sa.String(length=35), nullable=True),
        sa.Column("translations", JSON, server_default="{}", nullable=False),
        sa.ForeignKeyConstraint(["agenda_item_id"], ["agenda_items.id"], name=op.f("fk_motions_agenda_item_id")),
        sa.ForeignKeyConstraint(["committee_id"], ["committees.id"], name=op.f("fk_motions_committee_id")),
        sa.ForeignKeyConstraint(["conference_id"], ["conferences.id"], name=op.f("fk_motions_conference_id")),
        sa.ForeignKeyConstraint(
            ["mover_delegation_id"], ["delegations.id"], name=op.f("fk_motions_mover_delegation_id")
        ),
        sa.ForeignKeyConstraint(["mover_id"], ["officials.id"], name=op.f("fk_motions_mover_id")),
        sa.ForeignKeyConstraint(["session_id"], ["sessions.id"], name=op.f("fk_motions_session_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_motions")),
        sa.UniqueConstraint("conference_id", "label", name=op.f("uq_motions_conference_id_label")),
        sa.UniqueConstraint("conference_id", "position", name=op.f("uq_motions_conference_id_position")),
    )
    with op.batch_alter_table("motions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_motions_mover_delegation_id"), ["mover_delegation_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_motions_mover_id"), ["mover_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_motions_session_id"), ["session_id"], unique=False)

    op.create_table(
        "entry_speakers",
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column(
            "role",
            sa.Enum("speaker", "involved", name="speakerrole", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column("official_id", sa.Integer(), nullable=True),
        sa.Column("delegation_id", sa.Integer(), nullable=True),
        sa.Column("capacity", sa.String(length=300), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["delegation_id"], ["delegations.id"], name=op.f("fk_entry_speakers_delegation_id")),
        sa.ForeignKeyConstraint(["entry_id"], ["log_entries.id"], name=op.f("fk_entry_speakers_entry_id")),
        sa.ForeignKeyConstraint(["official_id"], ["officials.id"], name=op.f("fk_entry_speakers_official_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_entry_speakers")),
        sa.UniqueConstraint("entry_id", "position", name=op.f("uq_entry_speakers_entry_id_position")),
        info={"append_only": True},
    )
    with op.batch_alter_table("entry_speakers", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_entry_speakers_delegation_id"), ["delegation_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_entry_speakers_official_id"), ["official_id"], unique=False)

    op.create_table(
        "motion_events",
        sa.Column("motion_id", sa.Integer(), nullable=False),
        sa.Column("entry_id", sa.Integer(), nullable=False),
        sa.Column(
            "act",
            sa.Enum(
                "moved",
                "renewed",
                "amended",
                "withdrawn",
                "put",
                "ruled_on",
                "disposed",
                name="motionact",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["entry_id"], ["log_entries.id"], name=op.f("fk_motion_events_entry_id")),
        sa.ForeignKeyConstraint(["motion_id"], ["motions.id"], name=op.f("fk_motion_events_motion_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_motion_events")),
        sa.UniqueConstraint("motion_id", "entry_id", "act", name=op.f("uq_motion_events_motion_id_entry_id_act")),
    )
    with op.batch_alter_table("motion_events", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_motion_events_entry_id"), ["entry_id"], unique=False)

    op.create_table(
        "motion_links",
        sa.Column("motion_id", sa.Integer(), nullable=False),
        sa.Column("other_id", sa.Integer(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "amends",
                "substitutes",
                "renews",
                "withdraws",
                "divides",
                "reconsiders",
                name="motionlinkkind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.CheckConstraint("motion_id <> other_id", name=op.f("ck_motion_links_two_motions")),
        sa.ForeignKeyConstraint(
            ["motion_id"], ["motions.id"], name=op.f("fk_motion_links_motion_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["other_id"], ["motions.id"], name=op.f("fk_motion_links_other_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_motion_links")),
        sa.UniqueConstraint("motion_id", "other_id", "kind", name=op.f("uq_motion_links_motion_id_other_id_kind")),
    )
    with op.batch_alter_table("motion_links", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_motion_links_other_id"), ["other_id"], unique=False)

    op.create_table(
        "motion_people",
        sa.Column("motion_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column(
            "role",
            sa.Enum(
                "with",
                "seconded",
                "accepted",
                "requested",
                name="motionrole",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("official_id", sa.Integer(), nullable=True),
        sa.Column("delegation_id", sa.Integer(), nullable=True),
        sa.Column("name", sa.String(length=300), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["delegation_id"], ["delegations.id"], name=op.f("fk_motion_people_delegation_id")),
        sa.ForeignKeyConstraint(
            ["motion_id"], ["motions.id"], name=op.f("fk_motion_people_motion_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["official_id"], ["officials.id"], name=op.f("fk_motion_people_official_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_motion_people")),
        sa.UniqueConstraint("motion_id", "position", name=op.f("uq_motion_people_motion_id_position")),
    )
    op.create_table(
        "rulings",
        sa.Column("conference_id", sa.Integer(), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("label", sa.String(length=60), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("motion_id", sa.Integer(), nullable=True),
        sa.Column("entry_id", sa.Integer(), nullable=True),
        sa.Column("appeal_id", sa.Integer(), nullable=True),
        sa.Column("reversed_by_id", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("provenance", JSON, server_default="{}", nullable=False),
        sa.Column("language", sa.String(length=35), nullable=True),
        sa.Column("translations", JSON, server_default="{}", nullable=False),
        sa.ForeignKeyConstraint(["appeal_id"], ["motions.id"], name=op.f("fk_rulings_appeal_id")),
        sa.ForeignKeyConstraint(["by_id"], ["officials.id"], name=op.f("fk_rulings_by_id")),
        sa.ForeignKeyConstraint(["conference_id"], ["conferences.id"], name=op.f("fk_rulings_conference_id")),
        sa.ForeignKeyConstraint(["entry_id"], ["log_entries.id"], name=op.f("fk_rulings_entry_id")),
        sa.ForeignKeyConstraint(["motion_id"], ["motions.id"], name=op.f("fk_rulings_motion_id")),
        sa.ForeignKeyConstraint(
            ["reversed_by_id"], ["votes.id"], name=op.f("fk_rulings_reversed_by_id"), use_alter=True
        ),
        sa.ForeignKeyConstraint(["session_id"], ["sessions.id"], name=op.f("fk_rulings_session_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rulings")),
        sa.UniqueConstraint("conference_id", "label", name=op.f("uq_rulings_conference_id_label")),
        sa.UniqueConstraint("conference_id", "position", name=op.f("uq_rulings_conference_id_position")),
    )
    with op.batch_alter_table("rulings", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_rulings_session_id"), ["session_id"], unique=False)

    op.create_table(
        "text_changes",
        sa.Column("motion_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("proposer_id", sa.Integer(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("outcome", sa.String(length=300), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("provenance", JSON, server_default="{}", nullable=False),
        sa.ForeignKeyConstraint(
            ["motion_id"], ["motions.id"], name=op.f("fk_text_changes_motion_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["proposer_id"], ["officials.id"], name=op.f("fk_text_changes_proposer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_text_changes")),
        sa.UniqueConstraint("motion_id", "position", name=op.f("uq_text_changes_motion_id_position")),
    )
    op.create_table(
        "votes",
        sa.Column("conference_id", sa.Integer(), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("label", sa.String(length=60), nullable=False),
        sa.Column(
            "kind",
            sa.Enum("question", "election", name="votekind", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column("motion_id", sa.Integer(), nullable=True),
        sa.Column("entry_id", sa.Integer(), nullable=True),
        sa.Column("rulebook_id", sa.Integer(), nullable=True),
        sa.Column("majority", sa.String(length=60), nullable=True),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column(
            "method",
            sa.Enum(
                "roll_call",
                "show_of_hands",
                "division",
                "voice",
                "secret_ballot",
                "not_recorded",
                "not_stated",
                "unanimous",
                "without_division",
                "no_objection",
                "consensus",
                "acclamation",
                name="votemethod",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("method_text", sa.String(length=300), nullable=True),
        sa.Column("round", sa.Integer(), nullable=True),
        sa.Column("seats", sa.Integer(), nullable=True),
        sa.Column(
            "result",
            sa.Enum(
                "carried",
                "lost",
                "tied",
                "void",
                "no_decision",
                "elected",
                "not_stated",
                name="voteresult",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("result_text", sa.String(length=300), nullable=True),
        sa.Column("declared", sa.String(length=40), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("first_called_id", sa.Integer(), nullable=True),
        sa.Column(
            "casting_choice",
            sa.Enum(
                "yes",
                "no",
                "abstain",
                "absent",
                "not_voting",
                "divided",
                "candidate",
                "unclear",
                name="choice",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column("casting_by_id", sa.Integer(), nullable=True),
        sa.Column("reconsiders_id", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("provenance", JSON, server_default="{}", nullable=False),
        sa.Column("language", sa.String(length=35), nullable=True),
        sa.Column("translations", JSON, server_default="{}", nullable=False),
        sa.ForeignKeyConstraint(["casting_by_id"], ["officials.id"], name=op.f("fk_votes_casting_by_id")),
        sa.ForeignKeyConstraint(["conference_id"], ["conferences.id"], name=op.f("fk_votes_conference_id")),
        sa.ForeignKeyConstraint(["entry_id"], ["log_entries.id"], name=op.f("fk_votes_entry_id")),
        sa.ForeignKeyConstraint(["first_called_id"], ["delegations.id"], name=op.f("fk_votes_first_called_id")),
        sa.ForeignKeyConstraint(["motion_id"], ["motions.id"], name=op.f("fk_votes_motion_id")),
        sa.ForeignKeyConstraint(["reconsiders_id"], ["votes.id"], name=op.f("fk_votes_reconsiders_id")),
        sa.ForeignKeyConstraint(["rulebook_id"], ["rulebooks.id"], name=op.f("fk_votes_rulebook_id")),
        sa.ForeignKeyConstraint(["session_id"], ["sessions.id"], name=op.f("fk_votes_session_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_votes")),
        sa.UniqueConstraint("conference_id", "label", name=op.f("uq_votes_conference_id_label")),
        sa.UniqueConstraint("conference_id", "position", name=op.f("uq_votes_conference_id_position")),
    )
    with op.batch_alter_table("votes", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_votes_motion_id"), ["motion_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_votes_session_id"), ["session_id"], unique=False)

    op.create_table(
        "candidates",
        sa.Column("vote_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=120), nullable=False),
        sa.Column("official_id", sa.Integer(), nullable=True),
        sa.Column("name", sa.String(length=300), nullable=False),
        sa.Column("announced_votes", sa.Integer(), nullable=True),
        sa.Column("is_elected", sa.Boolean(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("provenance", JSON, server_default="{}", nullable=False),
        sa.ForeignKeyConstraint(["official_id"], ["officials.id"], name=op.f("fk_candidates_official_id")),
        sa.ForeignKeyConstraint(["vote_id"], ["votes.id"], name=op.f("fk_candidates_vote_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_candidates")),
        sa.UniqueConstraint("id", "vote_id", name=op.f("uq_candidates_id_vote_id")),
        sa.UniqueConstraint("vote_id", "position", name=op.f("uq_candidates_vote_id_position")),
    )
    op.create_table(
        "decisions",
        sa.Column("conference_id", sa.Integer(), nullable=False),
        sa.Column("session_id", sa.Integer(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("label", sa.String(length=60), nullable=False),
        sa.Column("number", sa.String(length=40), nullable=True),
        sa.Column(
            "kind",
            sa.Enum(
                "resolution",
                "decision",
                "election",
                "appointment",
                "adoption",
                "procedure",
                name="decisionkind",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("title", sa.String(length=500), nullable=False),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("manner", sa.String(length=120), nullable=True),
        sa.Column("decided", sa.String(length=40), nullable=True),
        sa.Column(
            "state",
            sa.Enum(
                "in_force",
                "amended",
                "superseded",
                "rescinded",
                name="decisionstate",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("motion_id", sa.Integer(), nullable=True),
        sa.Column("vote_id", sa.Integer(), nullable=True),
        sa.Column("entry_id", sa.Integer(), nullable=True),
        sa.Column("document_id", sa.Integer(), nullable=True),
        sa.Column("agenda_id", sa.Integer(), nullable=True),
        sa.Column("appointment_id", sa.Integer(), nullable=True),
        sa.Column("committee_id", sa.Integer(), nullable=True),
        sa.Column("supersedes_id", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("provenance", JSON, server_default="{}", nullable=False),
        sa.Column("language", sa.String(length=35), nullable=True),
        sa.Column("translations", JSON, server_default="{}", nullable=False),
        sa.ForeignKeyConstraint(["agenda_id"], ["agendas.id"], name=op.f("fk_decisions_agenda_id")),
        sa.ForeignKeyConstraint(["appointment_id"], ["appointments.id"], name=op.f("fk_decisions_appointment_id")),
        sa.ForeignKeyConstraint(["committee_id"], ["committees.id"], name=op.f("fk_decisions_committee_id")),
        sa.ForeignKeyConstraint(["conference_id"], ["conferences.id"], name=op.f("fk_decisions_conference_id")),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name=op.f("fk_decisions_document_id")),
        sa.ForeignKeyConstraint(["entry_id"], ["log_entries.id"], name=op.f("fk_decisions_entry_id")),
        sa.ForeignKeyConstraint(["motion_id"], ["motions.id"], name=op.f("fk_decisions_motion_id")),
        sa.ForeignKeyConstraint(["session_id"], ["sessions.id"], name=op.f("fk_decisions_session_id")),
        sa.ForeignKeyConstraint(["supersedes_id"], ["decisions.id"], name=op.f("fk_decisions_supersedes_id")),
        sa.ForeignKeyConstraint(["vote_id"], ["votes.id"], name=op.f("fk_decisions_vote_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decisions")),
        sa.UniqueConstraint("conference_id", "label", name=op.f("uq_decisions_conference_id_label")),
        sa.UniqueConstraint("conference_id", "position", name=op.f("uq_decisions_conference_id_position")),
    )
    with op.batch_alter_table("decisions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_decisions_session_id"), ["session_id"], unique=False)

    op.create_table(
        "printed_rolls",
        sa.Column("vote_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=120), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("title", sa.String(length=300), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=True),
        sa.Column("announced_yes", sa.Integer(), nullable=True),
        sa.Column("announced_no", sa.Integer(), nullable=True),
        sa.Column("announced_abstain", sa.Integer(), nullable=True),
        sa.Column("announced_absent", sa.Integer(), nullable=True),
        sa.Column("announced_not_voting", sa.Integer(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("provenance", JSON, server_default="{}", nullable=False),
        sa.Column("language", sa.String(length=35), nullable=True),
        sa.Column("translations", JSON, server_default="{}", nullable=False),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name=op.f("fk_printed_rolls_document_id")),
        sa.ForeignKeyConstraint(["vote_id"], ["votes.id"], name=op.f("fk_printed_rolls_vote_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_printed_rolls")),
        sa.UniqueConstraint("vote_id", "key", name=op.f("uq_printed_rolls_vote_id_key")),
        sa.UniqueConstraint("vote_id", "position", name=op.f("uq_printed_rolls_vote_id_position")),
    )
    op.create_table(
        "session_records",
        sa.Column("session_id", sa.Integer(), nullable=False),
        sa.Column("record_language", sa.String(length=35), nullable=False),
        sa.Column("is_authentic", sa.Boolean(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum("summary", "verbatim", name="recordkind", native_enum=False, create_constraint=True, length=40),
            nullable=False,
        ),
        sa.Column("document_id", sa.Integer(), nullable=True),
        sa.Column(
            "state",
            sa.Enum(
                "draft",
                "circulated",
                "corrected",
                "approved",
                name="recordstate",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("circulated", sa.String(length=40), nullable=True),
        sa.Column("approved", sa.String(length=40), nullable=True),
        sa.Column(
            "approval",
            sa.Enum(
                "session",
                "correspondence",
                "in_source",
                name="approvalmanner",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=True,
        ),
        sa.Column("approved_in_id", sa.Integer(), nullable=True),
        sa.Column("approval_vote_id", sa.Integer(), nullable=True),
        sa.Column("approval_note", sa.Text(), nullable=True),
        sa.Column("paragraphs", JSON, nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("provenance", JSON, server_default="{}", nullable=False),
        sa.Column("language", sa.String(length=35), nullable=True),
        sa.Column("translations", JSON, server_default="{}", nullable=False),
        sa.ForeignKeyConstraint(["approval_vote_id"], ["votes.id"], name=op.f("fk_session_records_approval_vote_id")),
        sa.ForeignKeyConstraint(["approved_in_id"], ["sessions.id"], name=op.f("fk_session_records_approved_in_id")),
        sa.ForeignKeyConstraint(["document_id"], ["documents.id"], name=op.f("fk_session_records_document_id")),
        sa.ForeignKeyConstraint(["session_id"], ["sessions.id"], name=op.f("fk_session_records_session_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_session_records")),
        sa.UniqueConstraint(
            "session_id", "record_language", name=op.f("uq_session_records_session_id_record_language")
        ),
        info={"frozen_when": "OLD.state = 'approved'", "thawed_columns": ["version"]},
    )
    op.create_table(
        "ballots",
        sa.Column("vote_id", sa.Integer(), nullable=False),
        sa.Column("delegation_id", sa.Integer(), nullable=False),
        sa.Column("delegate_id", sa.Integer(), nullable=True),
        sa.Column(
            "choice",
            sa.Enum(
                "yes",
                "no",
                "abstain",
                "absent",
                "not_voting",
                "divided",
                "candidate",
                "unclear",
                name="choice",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("candidate_id", sa.Integer(), nullable=True),
        sa.Column("weight", sa.Integer(), nullable=False),
        sa.Column("cast_by_id", sa.Integer(), nullable=True),
        sa.Column("entered", sa.String(length=40), nullable=True),
        sa.Column("session_id", sa.Integer(), nullable=True),
        sa.Column("entry_id", sa.Integer(), nullable=True),
        sa.Column("supersedes_id", sa.Integer(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("authorized", sa.Text(), nullable=True),
        sa.Column("motion_id", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("provenance", JSON, server_default="{}", nullable=False),
        sa.CheckConstraint("(choice = 'candidate') = (candidate_id IS NOT NULL)", name=op.f("ck_ballots_candidate")),
        sa.CheckConstraint("supersedes_id IS NULL OR reason IS NOT NULL", name=op.f("ck_ballots_reason")),
        sa.CheckConstraint("weight >= 0", name=op.f("ck_ballots_weight")),
        sa.ForeignKeyConstraint(["candidate_id"], ["candidates.id"], name=op.f("fk_ballots_candidate_id")),
        sa.ForeignKeyConstraint(["cast_by_id"], ["officials.id"], name=op.f("fk_ballots_cast_by_id")),
        sa.ForeignKeyConstraint(["delegate_id"], ["delegates.id"], name=op.f("fk_ballots_delegate_id")),
        sa.ForeignKeyConstraint(["delegation_id"], ["delegations.id"], name=op.f("fk_ballots_delegation_id")),
        sa.ForeignKeyConstraint(["entry_id"], ["log_entries.id"], name=op.f("fk_ballots_entry_id")),
        sa.ForeignKeyConstraint(["motion_id"], ["motions.id"], name=op.f("fk_ballots_motion_id")),
        sa.ForeignKeyConstraint(["session_id"], ["sessions.id"], name=op.f("fk_ballots_session_id")),
        sa.ForeignKeyConstraint(
            ["supersedes_id", "vote_id", "delegation_id"],
            ["ballots.id", "ballots.vote_id", "ballots.delegation_id"],
            name="fk_ballots_supersedes_same_voter",
        ),
        sa.ForeignKeyConstraint(["vote_id"], ["votes.id"], name=op.f("fk_ballots_vote_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ballots")),
        sa.UniqueConstraint("id", "vote_id", "delegation_id", name=op.f("uq_ballots_id_vote_id_delegation_id")),
        sa.UniqueConstraint("supersedes_id", name=op.f("uq_ballots_supersedes_id")),
        info={"append_only": True},
    )
    with op.batch_alter_table("ballots", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_ballots_delegate_id"), ["delegate_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_ballots_delegation_id"), ["delegation_id"], unique=False)
        batch_op.create_index(
            "uq_ballots_first_of_delegate",
            ["vote_id", "delegate_id"],
            unique=True,
            sqlite_where=sa.text("supersedes_id IS NULL AND delegate_id IS NOT NULL"),
            postgresql_where=sa.text("supersedes_id IS NULL AND delegate_id IS NOT NULL"),
        )
        batch_op.create_index(
            "uq_ballots_first_of_delegation",
            ["vote_id", "delegation_id"],
            unique=True,
            sqlite_where=sa.text("supersedes_id IS NULL AND delegate_id IS NULL"),
            postgresql_where=sa.text("supersedes_id IS NULL AND delegate_id IS NULL"),
        )

    op.create_table(
        "corrigenda",
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("issued", sa.String(length=40), nullable=False),
        sa.Column("paragraph", sa.String(length=80), nullable=False),
        sa.Column("old_text", sa.Text(), nullable=False),
        sa.Column("new_text", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("requested_by_id", sa.Integer(), nullable=True),
        sa.Column("issued_by_id", sa.Integer(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("provenance", JSON, server_default="{}", nullable=False),
        sa.ForeignKeyConstraint(["issued_by_id"], ["users.id"], name=op.f("fk_corrigenda_issued_by_id")),
        sa.ForeignKeyConstraint(["record_id"], ["session_records.id"], name=op.f("fk_corrigenda_record_id")),
        sa.ForeignKeyConstraint(["requested_by_id"], ["delegations.id"], name=op.f("fk_corrigenda_requested_by_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_corrigenda")),
        sa.UniqueConstraint("record_id", "number", name=op.f("uq_corrigenda_record_id_number")),
        info={"append_only": True},
    )
    op.create_table(
        "overlays",
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=60), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("anchor", sa.String(length=60), nullable=True),
        sa.Column(
            "place",
            sa.Enum(
                "before", "after", "instead", name="overlayplace", native_enum=False, create_constraint=True, length=40
            ),
            nullable=False,
        ),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), server_default="1", nullable=False),
        sa.Column("provenance", JSON, server_default="{}", nullable=False),
        sa.ForeignKeyConstraint(
            ["record_id"], ["session_records.id"], name=op.f("fk_overlays_record_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_overlays")),
        sa.UniqueConstraint("record_id", "position", name=op.f("uq_overlays_record_id_position")),
        sa.UniqueConstraint("record_id", "uid", name=op.f("uq_overlays_record_id_uid")),
    )
    op.create_table(
        "printed_rows",
        sa.Column("printed_roll_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column(
            "choice",
            sa.Enum(
                "yes",
                "no",
                "abstain",
                "absent",
                "not_voting",
                "divided",
                "candidate",
                "unclear",
                name="choice",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("delegation_id", sa.Integer(), nullable=True),
        sa.Column("delegate_id", sa.Integer(), nullable=True),
        sa.Column("printed_name", sa.String(length=300), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["delegate_id"], ["delegates.id"], name=op.f("fk_printed_rows_delegate_id")),
        sa.ForeignKeyConstraint(["delegation_id"], ["delegations.id"], name=op.f("fk_printed_rows_delegation_id")),
        sa.ForeignKeyConstraint(
            ["printed_roll_id"], ["printed_rolls.id"], name=op.f("fk_printed_rows_printed_roll_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_printed_rows")),
        sa.UniqueConstraint("printed_roll_id", "position", name=op.f("uq_printed_rows_printed_roll_id_position")),
    )
    with op.batch_alter_table("printed_rows", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_printed_rows_delegation_id"), ["delegation_id"], unique=False)

    op.create_table(
        "record_revisions",
        sa.Column("record_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "draft",
                "circulated",
                "corrected",
                "approved",
                name="recordstate",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("made_by_id", sa.Integer(), nullable=True),
        sa.Column("paragraphs", JSON, nullable=False),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["made_by_id"], ["users.id"], name=op.f("fk_record_revisions_made_by_id")),
        sa.ForeignKeyConstraint(["record_id"], ["session_records.id"], name=op.f("fk_record_revisions_record_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_record_revisions")),
        sa.UniqueConstraint("record_id", "number", name=op.f("uq_record_revisions_record_id_number")),
        info={"append_only": True},
    )
    op.create_table(
        "dissents",
        sa.Column("ballot_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("delegate_id", sa.Integer(), nullable=False),
        sa.Column(
            "choice",
            sa.Enum(
                "yes",
                "no",
                "abstain",
                "absent",
                "not_voting",
                "divided",
                "candidate",
                "unclear",
                name="choice",
                native_enum=False,
                create_constraint=True,
                length=40,
            ),
            nullable=False,
        ),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("provenance", JSON, server_default="{}", nullable=False),
        sa.ForeignKeyConstraint(["ballot_id"], ["ballots.id"], name=op.f("fk_dissents_ballot_id")),
        sa.ForeignKeyConstraint(["delegate_id"], ["delegates.id"], name=op.f("fk_dissents_delegate_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dissents")),
        sa.UniqueConstraint("ballot_id", "delegate_id", name=op.f("uq_dissents_ballot_id_delegate_id")),
        sa.UniqueConstraint("ballot_id", "position", name=op.f("uq_dissents_ballot_id_position")),
        info={"append_only": True},
    )
    if op.get_bind().dialect.name != "sqlite":  # which has them in the table already
        op.create_foreign_key("fk_rulings_reversed_by_id", "rulings", "votes", ["reversed_by_id"], ["id"])
    run(SET_UP)


def downgrade() -> None:
    run(TAKE_AWAY)
    if op.get_bind().dialect.name != "sqlite":
        op.drop_constraint("fk_rulings_reversed_by_id", "rulings", type_="foreignkey")
    op.drop_table("dissents")
    op.drop_table("record_revisions")
    with op.batch_alter_table("printed_rows", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_printed_rows_delegation_id"))

    op.drop_table("printed_rows")
    op.drop_table("overlays")
    op.drop_table("corrigenda")
    with op.batch_alter_table("ballots", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_ballots_first_of_delegation",
            sqlite_where=sa.text("supersedes_id IS NULL AND delegate_id IS NULL"),
            postgresql_where=sa.text("supersedes_id IS NULL AND delegate_id IS NULL"),
        )
        batch_op.drop_index(
            "uq_ballots_first_of_delegate",
            sqlite_where=sa.text("supersedes_id IS NULL AND delegate_id IS NOT NULL"),
            postgresql_where=sa.text("supersedes_id IS NULL AND delegate_id IS NOT NULL"),
        )
        batch_op.drop_index(batch_op.f("ix_ballots_delegation_id"))
        batch_op.drop_index(batch_op.f("ix_ballots_delegate_id"))

    op.drop_table("ballots")
    op.drop_table("session_records")
    op.drop_table("printed_rolls")
    with op.batch_alter_table("decisions", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_decisions_session_id"))

    op.drop_table("decisions")
    op.drop_table("candidates")
    with op.batch_alter_table("votes", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_votes_session_id"))
        batch_op.drop_index(batch_op.f("ix_votes_motion_id"))

    op.drop_table("votes")
    op.drop_table("text_changes")
    with op.batch_alter_table("rulings", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_rulings_session_id"))

    op.drop_table("rulings")
    op.drop_table("motion_people")
    with op.batch_alter_table("motion_links", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_motion_links_other_id"))

    op.drop_table("motion_links")
    with op.batch_alter_table("motion_events", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_motion_events_entry_id"))

    op.drop_table("motion_events")
    with op.batch_alter_table("entry_speakers", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_entry_speakers_official_id"))
        batch_op.drop_index(batch_op.f("ix_entry_speakers_delegation_id"))

    op.drop_table("entry_speakers")
    with op.batch_alter_table("motions", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_motions_session_id"))
        batch_op.drop_index(batch_op.f("ix_motions_mover_id"))
        batch_op.drop_index(batch_op.f("ix_motions_mover_delegation_id"))

    op.drop_table("motions")
    with op.batch_alter_table("log_entries", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_log_entries_roll_id"))
        batch_op.drop_index(batch_op.f("ix_log_entries_presentation_id"))
        batch_op.drop_index(batch_op.f("ix_log_entries_document_id"))
        batch_op.drop_index(batch_op.f("ix_log_entries_committee_id"))
        batch_op.drop_index(batch_op.f("ix_log_entries_agenda_item_id"))

    op.drop_table("log_entries")
    op.drop_table("agenda_item_documents")
    with op.batch_alter_table("presences", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_presences_guest_id"))
        batch_op.drop_index(batch_op.f("ix_presences_delegation_id"))
        batch_op.drop_index(batch_op.f("ix_presences_delegate_id"))

    op.drop_table("presences")
    with op.batch_alter_table("contribution_people", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_contribution_people_official_id"))

    op.drop_table("contribution_people")
    with op.batch_alter_table("agenda_items", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_agenda_items_parent_id"))

    op.drop_table("agenda_items")
    op.drop_table("rolls")
    with op.batch_alter_table("letter_presentations", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_letter_presentations_session_id"))

    op.drop_table("letter_presentations")
    with op.batch_alter_table("contributions", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_contributions_track_id"))
        batch_op.drop_index(batch_op.f("ix_contributions_session_id"))
        batch_op.drop_index(batch_op.f("ix_contributions_hall_id"))

    op.drop_table("contributions")
    with op.batch_alter_table("agendas", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_agendas_session_id"))

    op.drop_table("agendas")
    with op.batch_alter_table("sessions", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_sessions_track_id"))
        batch_op.drop_index(batch_op.f("ix_sessions_hall_id"))
        batch_op.drop_index(batch_op.f("ix_sessions_committee_id"))

    op.drop_table("sessions")
    with op.batch_alter_table("letters", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_letters_sender_organization_id"))
        batch_op.drop_index(batch_op.f("ix_letters_sender_official_id"))
        batch_op.drop_index(batch_op.f("ix_letters_referred_to_id"))

    op.drop_table("letters")
    op.drop_table("committee_meetings")
    op.drop_table("document_signatories")
    with op.batch_alter_table("delegates", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_delegates_official_id"))

    op.drop_table("delegates")
    op.drop_table("committees")
    op.drop_table("view_counts")
    op.drop_table("tracks")
    op.drop_table("sources")
    op.drop_table("rulebooks")
    op.drop_table("releases")
    op.drop_table("occasions")
    with op.batch_alter_table("invitations", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_invitations_organization_id"))
        batch_op.drop_index(batch_op.f("ix_invitations_official_id"))

    op.drop_table("invitations")
    op.drop_table("halls")
    with op.batch_alter_table("guests", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_guests_official_id"))

    op.drop_table("guests")
    with op.batch_alter_table("grants", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_grants_conference_id"))

    op.drop_table("grants")
    op.drop_table("editions")
    op.drop_table("documents")
    with op.batch_alter_table("delegations", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_delegations_organization_id"))

    op.drop_table("delegations")
    op.drop_table("convening_instruments")
    op.drop_table("case_imports")
    op.drop_table("case_entries")
    with op.batch_alter_table("organs", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_organs_organization_id"))

    op.drop_table("organs")
    op.drop_table("organization_events")
    op.drop_table("conferences")
    with op.batch_alter_table("appointments", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_appointments_official_id"))
        batch_op.drop_index("ix_appointments_office_terms")

    op.drop_table("appointments")
    with op.batch_alter_table("sign_in_links", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_sign_in_links_user_id"))

    op.drop_table("sign_in_links")
    with op.batch_alter_table("organizations", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_organizations_successor_id"))
        batch_op.drop_index(batch_op.f("ix_organizations_parent_id"))

    op.drop_table("organizations")
    op.drop_table("official_names")
    op.drop_table("offices")
    op.drop_table("body_names")
    with op.batch_alter_table("audit_entries", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_audit_entries_subject_table_subject_id"))
        batch_op.drop_index(batch_op.f("ix_audit_entries_by_id"))
        batch_op.drop_index(batch_op.f("ix_audit_entries_at"))

    op.drop_table("audit_entries")
    op.drop_table("users")
    with op.batch_alter_table("slugs", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_slugs_current", sqlite_where=sa.text("is_current"), postgresql_where=sa.text("is_current")
        )
        batch_op.drop_index(batch_op.f("ix_slugs_target_id"))

    op.drop_table("slugs")
    op.drop_table("signing_keys")
    op.drop_table("series")
    op.drop_table("search_states")
    with op.batch_alter_table("search_entries", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_search_entries_scope_kind"))

    op.drop_table("search_entries")
    op.drop_table("public_revisions")
    op.drop_table("officials")
    op.drop_table("bodies")
