// Generic tables over AVL trees. A node is RTL_BALANCED_LINKS with the element behind it,
// allocated, compared and freed by the driver's routines; the root is BalancedRoot.RightChild.
#include <flthost/rtl/rtl_internal.h>

#include <cstring>

using namespace flthost;
using namespace flthost::rtl;

namespace {

using Node = RTL_BALANCED_LINKS;

PVOID element_of(Node* node) {
  return node == nullptr ? nullptr : node + 1;
}
Node* root_of(PRTL_AVL_TABLE table) {
  return table->BalancedRoot.RightChild;
}
bool is_left(const Node* node) {
  return node->Parent->LeftChild == node;
}
Node*& child(Node* node, int side) {
  return side < 0 ? node->LeftChild : node->RightChild;
}

Node* edge(Node* node, int side) {
  while (node != nullptr && child(node, side) != nullptr) node = child(node, side);
  return node;
}

// The next node in order in this direction, or null.
Node* step(PRTL_AVL_TABLE table, Node* node, int side) {
  if (child(node, side) != nullptr) return edge(child(node, side), -side);
  Node* const end = &table->BalancedRoot;
  while (node->Parent != end && child(node->Parent, side) == node) node = node->Parent;
  return node->Parent == end ? nullptr : node->Parent;
}

void put_in_place(Node* old, Node* replacement) {
  (is_left(old) ? old->Parent->LeftChild : old->Parent->RightChild) = replacement;
  if (replacement != nullptr) replacement->Parent = old->Parent;
}

// `node` rises above its parent.
void rotate_up(Node* node) {
  Node* const parent = node->Parent;
  const int side = is_left(node) ? -1 : 1;
  put_in_place(parent, node);
  Node* const inner = child(node, -side);
  child(parent, side) = inner;
  if (inner != nullptr) inner->Parent = parent;
  child(node, -side) = parent;
  parent->Parent = node;
}

// `node` is two too deep on `side`. Returns the new top; `lower` says whether the tree lost height.
Node* rebalance(Node* node, int side, bool& lower) {
  Node* const heavy = child(node, side);
  lower = heavy->Balance != 0;
  if (heavy->Balance == -side) {
    Node* const middle = child(heavy, -side);
    rotate_up(middle);
    rotate_up(middle);
    node->Balance = static_cast<CHAR>(middle->Balance == side ? -side : 0);
    heavy->Balance = static_cast<CHAR>(middle->Balance == -side ? side : 0);
    middle->Balance = 0;
    return middle;
  }
  rotate_up(heavy);
  node->Balance = static_cast<CHAR>(lower ? 0 : side);
  heavy->Balance = static_cast<CHAR>(lower ? 0 : -side);
  return heavy;
}

void grow(PRTL_AVL_TABLE table, Node* node) {
  for (Node* parent = node->Parent; parent != &table->BalancedRoot;
       node = parent, parent = node->Parent) {
    const int side = is_left(node) ? -1 : 1;
    if (parent->Balance == 0) {
      parent->Balance = static_cast<CHAR>(side);
      continue;
    }
    bool lower;
    if (parent->Balance == side) {
      rebalance(parent, side, lower);
    } else {
      parent->Balance = 0;
    }
    return;
  }
  ++table->DepthOfTree;
}

void shrink(PRTL_AVL_TABLE table, Node* parent, int side) {
  while (parent != &table->BalancedRoot) {
    Node* top = parent;
    if (parent->Balance == 0) {
      parent->Balance = static_cast<CHAR>(-side);
      return;
    }
    if (parent->Balance == side) {
      parent->Balance = 0;
    } else {
      bool lower;
      top = rebalance(parent, -side, lower);
      if (!lower) return;
    }
    parent = top->Parent;
    side = parent->LeftChild == top ? -1 : 1;
  }
  --table->DepthOfTree;
}

// Exchanges the places of a node and its successor, which has no left child.
void exchange(Node* node, Node* next) {
  const Node old = *next;
  const bool adjacent = old.Parent == node;
  const bool next_was_left = is_left(next);
  put_in_place(node, next);
  next->Balance = node->Balance;
  next->LeftChild = node->LeftChild;
  next->LeftChild->Parent = next;
  next->RightChild = adjacent ? node : node->RightChild;
  next->RightChild->Parent = next;
  if (!adjacent) {
    node->Parent = old.Parent;
    (next_was_left ? old.Parent->LeftChild : old.Parent->RightChild) = node;
  }
  node->Balance = old.Balance;
  node->LeftChild = nullptr;
  node->RightChild = old.RightChild;
  if (node->RightChild != nullptr) node->RightChild->Parent = node;
}

void remove(PRTL_AVL_TABLE table, Node* node) {
  if (node->LeftChild != nullptr && node->RightChild != nullptr) {
    exchange(node, edge(node->RightChild, -1));
  }
  Node* const parent = node->Parent;
  const int side = is_left(node) ? -1 : 1;
  put_in_place(node, node->LeftChild != nullptr ? node->LeftChild : node->RightChild);
  shrink(table, parent, side);
}

TABLE_SEARCH_RESULT search(PRTL_AVL_TABLE table, PVOID buffer, Node*& found) {
  Node* node = root_of(table);
  found = nullptr;
  if (node == nullptr) return TableEmptyTree;
  for (;;) {
    found = node;
    const auto order = ke::invoke(table->CompareRoutine, table, buffer, element_of(node));
    if (order == GenericEqual) return TableFoundNode;
    Node* const next = order == GenericLessThan ? node->LeftChild : node->RightChild;
    if (next == nullptr) return order == GenericLessThan ? TableInsertAsLeft : TableInsertAsRight;
    node = next;
  }
}

}  // namespace

extern "C" {

VOID NTAPI RtlInitializeGenericTableAvl(PRTL_AVL_TABLE table, PRTL_AVL_COMPARE_ROUTINE compare,
                                        PRTL_AVL_ALLOCATE_ROUTINE allocate,
                                        PRTL_AVL_FREE_ROUTINE free, PVOID context) {
  *table = {};
  table->BalancedRoot.Parent = &table->BalancedRoot;
  table->CompareRoutine = compare;
  table->AllocateRoutine = allocate;
  table->FreeRoutine = free;
  table->TableContext = context;
}

PVOID NTAPI RtlInsertElementGenericTableFullAvl(PRTL_AVL_TABLE table, PVOID buffer, CLONG size,
                                                PBOOLEAN is_new, PVOID node_or_parent,
                                                TABLE_SEARCH_RESULT result) {
  if (is_new != nullptr) *is_new = result != TableFoundNode;
  if (result == TableFoundNode) return element_of(static_cast<Node*>(node_or_parent));
  auto* node = static_cast<Node*>(
      ke::invoke(table->AllocateRoutine, table, static_cast<CLONG>(size + sizeof(Node))));
  if (node == nullptr) {
    if (is_new != nullptr) *is_new = FALSE;
    return nullptr;
  }
  *node = {};
  auto* parent = static_cast<Node*>(node_or_parent);
  if (result == TableEmptyTree) parent = &table->BalancedRoot;
  node->Parent = parent;
  (result == TableInsertAsLeft ? parent->LeftChild : parent->RightChild) = node;
  memcpy(element_of(node), buffer, size);
  ++table->NumberGenericTableElements;
  table->OrderedPointer = nullptr;
  table->WhichOrderedElement = 0;
  grow(table, node);
  return element_of(node);
}

PVOID NTAPI RtlInsertElementGenericTableAvl(PRTL_AVL_TABLE table, PVOID buffer, CLONG size,
                                            PBOOLEAN is_new) {
  Node* found;
  const TABLE_SEARCH_RESULT result = search(table, buffer, found);
  return RtlInsertElementGenericTableFullAvl(table, buffer, size, is_new, found, result);
}

BOOLEAN NTAPI RtlDeleteElementGenericTableAvl(PRTL_AVL_TABLE table, PVOID buffer) {
  Node* node;
  if (search(table, buffer, node) != TableFoundNode) return FALSE;
  if (table->RestartKey == node) table->RestartKey = step(table, node, -1);
  ++table->DeleteCount;
  remove(table, node);
  --table->NumberGenericTableElements;
  table->OrderedPointer = nullptr;
  table->WhichOrderedElement = 0;
  ke::invoke(table->FreeRoutine, table, static_cast<PVOID>(node));
  return TRUE;
}

PVOID NTAPI RtlLookupElementGenericTableFullAvl(PRTL_AVL_TABLE table, PVOID buffer,
                                                PVOID* node_or_parent,
                                                TABLE_SEARCH_RESULT* result) {
  Node* found;
  *result = search(table, buffer, found);
  *node_or_parent = found;
  return *result == TableFoundNode ? element_of(found) : nullptr;
}

PVOID NTAPI RtlLookupElementGenericTableAvl(PRTL_AVL_TABLE table, PVOID buffer) {
  Node* found;
  return search(table, buffer, found) == TableFoundNode ? element_of(found) : nullptr;
}

PVOID NTAPI RtlLookupFirstMatchingElementGenericTableAvl(PRTL_AVL_TABLE table, PVOID buffer,
                                                         PVOID* restart_key) {
  Node* found;
  *restart_key = nullptr;
  if (search(table, buffer, found) != TableFoundNode) return nullptr;
  for (Node* before = found; (before = step(table, before, -1)) != nullptr; found = before) {
    if (ke::invoke(table->CompareRoutine, table, buffer, element_of(before)) != GenericEqual) break;
  }
  *restart_key = found;
  return element_of(found);
}

PVOID NTAPI RtlEnumerateGenericTableWithoutSplayingAvl(PRTL_AVL_TABLE table, PVOID* restart_key) {
  auto* last = static_cast<Node*>(*restart_key);
  Node* const next = last == nullptr ? edge(root_of(table), -1) : step(table, last, 1);
  if (next != nullptr) *restart_key = next;
  return element_of(next);
}

PVOID NTAPI RtlEnumerateGenericTableAvl(PRTL_AVL_TABLE table, BOOLEAN restart) {
  PVOID key = restart ? nullptr : table->RestartKey;
  const PVOID element = RtlEnumerateGenericTableWithoutSplayingAvl(table, &key);
  table->RestartKey = static_cast<Node*>(key);
  return element;
}

// Goes on behind *RestartKey, or after a deletion where Buffer would lie.
PVOID NTAPI RtlEnumerateGenericTableLikeADirectory(PRTL_AVL_TABLE table,
                                                   PRTL_AVL_MATCH_FUNCTION match, PVOID match_data,
                                                   ULONG next_flag, PVOID* restart_key,
                                                   PULONG delete_count, PVOID buffer) {
  auto* node = static_cast<Node*>(*restart_key);
  bool skip = next_flag != 0;
  if (node == nullptr || *delete_count != table->DeleteCount) {
    const TABLE_SEARCH_RESULT result = search(table, buffer, node);
    if (result == TableEmptyTree) return nullptr;
    if (result != TableFoundNode) skip = false;
    if (result == TableInsertAsRight) node = step(table, node, 1);
  }
  if (skip && node != nullptr) node = step(table, node, 1);
  *delete_count = table->DeleteCount;
  for (; node != nullptr; node = step(table, node, 1)) {
    const NTSTATUS status =
        match == nullptr ? STATUS_SUCCESS : ke::invoke(match, table, element_of(node), match_data);
    if (status == STATUS_NO_MORE_MATCHES) return nullptr;
    if (status == STATUS_SUCCESS) {
      *restart_key = node;
      return element_of(node);
    }
  }
  return nullptr;
}

PVOID NTAPI RtlGetElementGenericTableAvl(PRTL_AVL_TABLE table, ULONG index) {
  if (index >= table->NumberGenericTableElements) return nullptr;
  Node* node = edge(root_of(table), -1);
  while (index-- != 0) node = step(table, node, 1);
  return element_of(node);
}

ULONG NTAPI RtlNumberGenericTableElementsAvl(PRTL_AVL_TABLE table) {
  return table->NumberGenericTableElements;
}

BOOLEAN NTAPI RtlIsGenericTableEmptyAvl(PRTL_AVL_TABLE table) {
  return table->NumberGenericTableElements == 0;
}

}  // extern "C"

namespace flthost::rtl {

void add_avl_rows(Rows& rows) {
  rows.insert(
      rows.end(),
      {RTL_PURE(RtlInitializeGenericTableAvl), FLTHOST_EXPORT(RtlInsertElementGenericTableFullAvl),
       FLTHOST_EXPORT(RtlInsertElementGenericTableAvl),
       FLTHOST_EXPORT(RtlDeleteElementGenericTableAvl),
       FLTHOST_EXPORT(RtlLookupElementGenericTableFullAvl),
       FLTHOST_EXPORT(RtlLookupElementGenericTableAvl),
       FLTHOST_EXPORT(RtlLookupFirstMatchingElementGenericTableAvl),
       FLTHOST_EXPORT(RtlEnumerateGenericTableWithoutSplayingAvl),
       FLTHOST_EXPORT(RtlEnumerateGenericTableAvl),
       FLTHOST_EXPORT(RtlEnumerateGenericTableLikeADirectory),
       FLTHOST_EXPORT(RtlGetElementGenericTableAvl), RTL_PURE(RtlNumberGenericTableElementsAvl),
       RTL_PURE(RtlIsGenericTableEmptyAvl)});
}

}  // namespace flthost::rtl
