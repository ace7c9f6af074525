-- The roles, schemas and privileges of every service: who may change what, in one place.
--
-- Run by a superuser in the database "fulfilment", in one piece. Running it again changes nothing but the passwords.
-- The placeholders ${…_password} are replaced by the caller, who sees to it that no password has a quote in it.
--
-- A service SERVICE has
--   the schema SERVICE,
--   the role   SERVICE_owner, which owns the schema and runs the migrations,
--   the role   SERVICE, which the running service is: it reads and writes rows, and changes no structure.

REVOKE ALL ON SCHEMA public FROM PUBLIC;

DO $roles$
DECLARE
  service record;
  owner   text;
BEGIN
  EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());

  FOR service IN
    SELECT * FROM (VALUES
      ('order_service',        'SELECT, INSERT, UPDATE, DELETE', '${order_service_password}',        '${order_service_owner_password}'),
      ('payment_service',      'SELECT, INSERT, UPDATE, DELETE', '${payment_service_password}',      '${payment_service_owner_password}'),
      ('inventory_service',    'SELECT, INSERT, UPDATE, DELETE', '${inventory_service_password}',    '${inventory_service_owner_password}'),
      ('notification_service', 'SELECT, INSERT, UPDATE, DELETE', '${notification_service_password}', '${notification_service_owner_password}'),
      ('saga_orchestrator',    'SELECT, INSERT, UPDATE, DELETE', '${saga_orchestrator_password}',    '${saga_orchestrator_owner_password}'),
      -- What is archived stays as it is; a table that has to change is granted by its migration.
      ('event_store',          'SELECT, INSERT',                 '${event_store_password}',          '${event_store_owner_password}')
    ) AS services (name, table_privileges, password, owner_password)
  LOOP
    owner := service.name || '_owner';

    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = owner) THEN
      EXECUTE format('CREATE ROLE %I', owner);
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = service.name) THEN
      EXECUTE format('CREATE ROLE %I', service.name);
    END IF;
    EXECUTE format('ALTER ROLE %I LOGIN PASSWORD %L', owner, service.owner_password);
    EXECUTE format('ALTER ROLE %I LOGIN PASSWORD %L', service.name, service.password);

    EXECUTE format('CREATE SCHEMA IF NOT EXISTS %I AUTHORIZATION %I', service.name, owner);
    EXECUTE format('GRANT USAGE ON SCHEMA %I TO %I', service.name, service.name);
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO %I, %I', current_database(), owner, service.name);
    EXECUTE format('ALTER ROLE %I SET search_path = %I', owner, service.name);
    EXECUTE format('ALTER ROLE %I SET search_path = %I', service.name, service.name);

    EXECUTE format('ALTER DEFAULT PRIVILEGES FOR ROLE %I IN SCHEMA %I GRANT %s ON TABLES TO %I',
                   owner, service.name, service.table_privileges, service.name);
    EXECUTE format('ALTER DEFAULT PRIVILEGES FOR ROLE %I IN SCHEMA %I GRANT USAGE ON SEQUENCES TO %I',
                   owner, service.name, service.name);
  END LOOP;
END
$roles$;
