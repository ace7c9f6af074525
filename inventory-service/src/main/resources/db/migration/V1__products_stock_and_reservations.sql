-- SKUs sort by their bytes: the order of locks must not depend on a locale.
CREATE TABLE product (
  sku            text COLLATE "C" PRIMARY KEY,
  name           text NOT NULL,
  price_amount   numeric NOT NULL CHECK (price_amount >= 0),
  price_currency text NOT NULL,
  changed_at     timestamptz NOT NULL DEFAULT now()
);

-- Apart from the product: this row changes with every order, and a half-empty page lets it change in place.
CREATE TABLE stock (
  sku       text COLLATE "C" PRIMARY KEY REFERENCES product,
  available bigint NOT NULL DEFAULT 0 CHECK (available >= 0),
  reserved  bigint NOT NULL DEFAULT 0 CHECK (reserved >= 0),
  shipped   bigint NOT NULL DEFAULT 0 CHECK (shipped >= 0)
) WITH (fillfactor = 50);

-- available + reserved + shipped of a product = the sum of its adjustments.
CREATE TABLE stock_adjustment (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  sku         text COLLATE "C" NOT NULL REFERENCES product,
  delta       bigint NOT NULL CHECK (delta <> 0),
  reason      text NOT NULL,
  adjusted_by text NOT NULL,
  adjusted_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX ON stock_adjustment (sku, id);
REVOKE UPDATE, DELETE ON stock_adjustment FROM inventory_service;

-- One for each order, for ever. RELEASED without pieces is the tombstone of a reservation that was undone before it came.
CREATE TABLE reservation (
  order_id   uuid PRIMARY KEY,
  status     text NOT NULL CHECK (status IN ('RESERVED', 'REFUSED', 'RELEASED', 'DISPATCHED')),
  pieces     jsonb NOT NULL,
  missing    text[] NOT NULL,
  made_at    timestamptz NOT NULL DEFAULT now(),
  changed_at timestamptz NOT NULL DEFAULT now()
) WITH (fillfactor = 70);
REVOKE DELETE ON reservation FROM inventory_service;

-- At most one row: the catalogue is loaded once.
CREATE TABLE catalogue_load (
  only_one  boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  loaded_at timestamptz NOT NULL DEFAULT now()
);
